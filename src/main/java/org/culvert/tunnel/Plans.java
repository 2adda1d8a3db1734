package org.culvert.tunnel;

import org.culvert.net.DnsSettings;
import org.culvert.net.Endpoint;
import org.culvert.net.Transport;
import org.culvert.plan.NetworkPlan;
import org.culvert.protocol.control.TunnelSettings;
import org.culvert.spec.ConnectSpec;
import org.culvert.spec.Remote;
import org.culvert.spec.Routing;

import java.util.List;
import java.util.Optional;

/** What the machine's network shall look like in each state of a tunnel: a pure function. */
record Plans(int mark) {
    /** The way to a server: where our packets go first, and who is to be reached. */
    record Way(Optional<Endpoint> hop, Remote remote) {
        private Transport transport() {
            return proxied() ? Transport.TCP : remote.transport();
        }

        /** Whether datagrams go beside the connection to the proxy. */
        private boolean relayed() {
            return proxied() && remote.transport() == Transport.UDP;
        }

        private boolean proxied() {
            return remote.reach().proxy().isPresent();
        }
    }

    /** Closed all round but for names and, once one is chosen, the server (security R100). */
    NetworkPlan closed(ConnectSpec spec, Way way) {
        var full = full(spec.routing(), way, false, false);
        return new NetworkPlan(Optional.empty(), List.of(), Optional.of(full), DnsSettings.NONE);
    }

    /** What the server's settings ask for, through {@code device}. */
    NetworkPlan of(ConnectSpec spec, TunnelSettings settings, Way way, String device) {
        Routing routing = spec.routing();
        boolean v4 = settings.redirectV4();
        boolean v6 = settings.redirectV6();
        Optional<NetworkPlan.FullTunnel> full =
                v4 || v6 ? Optional.of(full(routing, way, v4, v6)) : Optional.empty();
        return new NetworkPlan(
                Optional.of(new NetworkPlan.Device(device, settings.addresses(), settings.mtu())),
                settings.routes(),
                full,
                routing.withoutDns() ? DnsSettings.NONE : settings.dns());
    }

    private NetworkPlan.FullTunnel full(Routing routing, Way way, boolean v4, boolean v6) {
        return new NetworkPlan.FullTunnel(
                way.hop(),
                way.transport(),
                way.relayed(),
                mark,
                routing.killSwitch(),
                routing.lanAllowed(),
                v4,
                v6);
    }
}
