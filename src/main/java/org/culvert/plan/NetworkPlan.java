package org.culvert.plan;

import org.culvert.net.Cidr;
import org.culvert.net.DnsSettings;
import org.culvert.net.Endpoint;
import org.culvert.net.Route;
import org.culvert.net.Transport;

import java.util.List;
import java.util.Optional;

/**
 * What this machine's network shall look like on behalf of one tunnel: a pure function of the
 * tunnel's state. {@link #NOTHING} is the machine as it was found.
 *
 * @param device the TUN's name, addresses and MTU; empty while there is none: a full tunnel is then
 *     closed all round
 * @param routes networks through the device; the installed table is {@code main} for a split tunnel
 *     and our own for a full one
 * @param fullTunnel present where all traffic shall use the tunnel (policy routing and firewall)
 * @param dns what names are asked where
 */
public record NetworkPlan(
        Optional<Device> device,
        List<Route> routes,
        Optional<FullTunnel> fullTunnel,
        DnsSettings dns) {
    /** The machine as it was found. */
    public static final NetworkPlan NOTHING =
            new NetworkPlan(Optional.empty(), List.of(), Optional.empty(), DnsSettings.NONE);

    /** Copies its lists. */
    public NetworkPlan {
        routes = List.copyOf(routes);
    }

    /**
     * The device of a tunnel.
     *
     * @param name the interface's name, chosen by the helper, {@code [a-z0-9]{1,15}}
     * @param addresses with their prefixes
     * @param mtu octets, 576..65535
     */
    public record Device(String name, List<Cidr> addresses, int mtu) {
        /** Copies its list; refuses a name that could mean something to nft. */
        public Device {
            addresses = List.copyOf(addresses);
            if (!name.matches("[a-z0-9]{1,15}") || mtu < 576 || mtu > 65535) {
                throw new IllegalArgumentException("device " + name + " mtu " + mtu);
            }
        }
    }

    /**
     * Policy routing and firewall of a full tunnel (design decision 6).
     *
     * @param server the one peer that marked packets may reach outside the tunnel; empty while none
     *     is chosen
     * @param transport UDP or TCP towards it
     * @param relayed whether datagrams go to any port of it too
     * @param mark of the link's socket
     * @param killSwitch whether the firewall drops what would leave beside the tunnel
     * @param lanAllowed whether private ranges of the current uplink stay reachable
     * @param v4 whether IPv4 goes into the tunnel (else it is unreachable)
     * @param v6 whether IPv6 goes into the tunnel (else it is unreachable)
     */
    public record FullTunnel(
            Optional<Endpoint> server,
            Transport transport,
            boolean relayed,
            int mark,
            boolean killSwitch,
            boolean lanAllowed,
            boolean v4,
            boolean v6) {}
}
