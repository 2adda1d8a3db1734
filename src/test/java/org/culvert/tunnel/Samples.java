package org.culvert.tunnel;

import org.culvert.net.Cidr;
import org.culvert.net.DnsSettings;
import org.culvert.net.Endpoint;
import org.culvert.net.IpAddress;
import org.culvert.net.Route;
import org.culvert.net.Transport;
import org.culvert.plan.NetworkPlan;
import org.culvert.protocol.control.Keepalive;
import org.culvert.protocol.control.TunnelSettings;
import org.culvert.spec.ConnectSpec;
import org.culvert.spec.ControlWrapping;
import org.culvert.spec.DataSpec;
import org.culvert.spec.Remote;
import org.culvert.spec.Routing;
import org.culvert.spec.SignIn;
import org.culvert.spec.Timers;
import org.culvert.spec.TlsSpec;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Specs, settings and plans that tests of a tunnel begin with. */
public final class Samples {
    static final IpAddress DNS = IpAddress.literal("10.8.0.1");
    static final DnsSettings NAMES =
            new DnsSettings(List.of(DNS), List.of("office.example"), List.of());

    private Samples() {}

    /** A spec with these servers, UDP port 1194. */
    public static ConnectSpec spec(String... hosts) {
        return spec(SignIn.NONE, hosts);
    }

    static ConnectSpec spec(SignIn signIn, String... hosts) {
        return spec(signIn, true, hosts);
    }

    static ConnectSpec spec(SignIn signIn, boolean verifies, String... hosts) {
        var check = new TlsSpec.ServerCheck(verifies, Optional.empty(), false);
        var tls =
                new TlsSpec(
                        "ca",
                        Optional.empty(),
                        check,
                        TlsSpec.TlsVersion.TLS_1_2,
                        TlsSpec.TlsVersion.TLS_1_3,
                        List.of(),
                        List.of());
        return new ConnectSpec(
                "office",
                Stream.of(hosts).map(host -> new Remote(host, 1194, Transport.UDP)).toList(),
                new ControlWrapping.Plain(),
                tls,
                signIn,
                DataSpec.DEFAULT,
                Timers.DEFAULT,
                Routing.DEFAULT);
    }

    static ConnectSpec with(ConnectSpec spec, Routing routing) {
        return new ConnectSpec(
                spec.profile(),
                spec.remotes(),
                spec.wrapping(),
                spec.tls(),
                spec.signIn(),
                spec.data(),
                spec.timers(),
                routing);
    }

    /** A profile for all traffic that asks for a password before it tries a server. */
    public static ConnectSpec askingForAllTraffic(String profile) {
        var spec = spec(new SignIn(true, Optional.empty(), Optional.empty()), "192.0.2.1");
        return new ConnectSpec(
                profile,
                spec.remotes(),
                spec.wrapping(),
                spec.tls(),
                spec.signIn(),
                spec.data(),
                spec.timers(),
                allTraffic());
    }

    static Routing routing(boolean withoutDns, boolean killSwitch) {
        return new Routing(false, List.of(), DnsSettings.NONE, true, withoutDns, killSwitch, true);
    }

    static Routing allTraffic() {
        return new Routing(true, List.of(), DnsSettings.NONE, true, false, true, true);
    }

    static NetworkPlan closed(Optional<Endpoint> server) {
        var full =
                new NetworkPlan.FullTunnel(
                        server, Transport.UDP, false, 7, true, true, false, false);
        return new NetworkPlan(Optional.empty(), List.of(), Optional.of(full), DnsSettings.NONE);
    }

    static TunnelSettings settings(boolean full) {
        return settings(full, 10);
    }

    static TunnelSettings settings(boolean full, int pingSeconds) {
        return new TunnelSettings(
                List.of(Cidr.literal("10.8.0.6/24")),
                Optional.of(DNS),
                List.of(Route.to(Cidr.literal("10.9.0.0/16"))),
                full,
                false,
                false,
                NAMES,
                1500,
                new Keepalive(pingSeconds, 60),
                1,
                true,
                List.of());
    }

    static NetworkPlan plan(TunnelSettings settings, Endpoint server, boolean killSwitch) {
        var device = new NetworkPlan.Device("culvert0", settings.addresses(), settings.mtu());
        Optional<NetworkPlan.FullTunnel> full =
                settings.redirectV4()
                        ? Optional.of(
                                new NetworkPlan.FullTunnel(
                                        Optional.of(server),
                                        Transport.UDP,
                                        false,
                                        7,
                                        killSwitch,
                                        true,
                                        true,
                                        false))
                        : Optional.empty();
        return new NetworkPlan(Optional.of(device), settings.routes(), full, settings.dns());
    }

    static IpAddress ip(String text) {
        return IpAddress.literal(text);
    }

    static Endpoint endpoint(String address) {
        return new Endpoint(ip(address), 1194);
    }
}
