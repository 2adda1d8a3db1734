package org.culvert.protocol.control;

import org.culvert.net.Cidr;
import org.culvert.net.DnsSettings;
import org.culvert.net.IpAddress;
import org.culvert.net.Route;

import java.util.List;
import java.util.Optional;

/**
 * What the server pushed, merged with the profile's own settings and within the limits of
 * security.md R89-R95 (protocol: pushed options).
 *
 * @param addresses of the device
 * @param gateway the server's address inside the tunnel, for echo probes
 * @param routes to install through the device
 * @param redirectV4 all IPv4 traffic uses the tunnel
 * @param redirectV6 all IPv6 traffic uses the tunnel
 * @param blockV6 IPv6 is answered with "unreachable"
 * @param dns of the VPN
 * @param mtu of the device, octets
 * @param keepalive how it is kept, and when it is over
 * @param exitNotify how often to say good-bye; 0: not
 * @param controlExit good-bye is a control message ({@code protocol-flags cc-exit})
 * @param ignored pushed options without effect, as they came
 */
public record TunnelSettings(
        List<Cidr> addresses,
        Optional<IpAddress> gateway,
        List<Route> routes,
        boolean redirectV4,
        boolean redirectV6,
        boolean blockV6,
        DnsSettings dns,
        int mtu,
        Keepalive keepalive,
        int exitNotify,
        boolean controlExit,
        List<String> ignored) {
    /** Copies its lists. */
    public TunnelSettings {
        addresses = List.copyOf(addresses);
        routes = List.copyOf(routes);
        ignored = List.copyOf(ignored);
    }
}
