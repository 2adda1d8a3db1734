package org.culvert.protocol.control;

import org.culvert.net.DnsSettings;
import org.culvert.net.Route;

import java.util.List;

/**
 * What the profile says about the settings that a server pushes.
 *
 * @param ciphers OpenVPN names that we offer
 * @param fallback cipher for servers that negotiate nothing; empty text: none
 * @param tunMtu MTU where the server pushes none
 * @param tunMtuMax most that is taken of a server
 * @param keepalive times, where the server pushes none
 * @param exitNotify where the server pushes none
 * @param routes the profile's own routes
 * @param redirect the profile itself asks for a full tunnel
 * @param acceptRoutes false for {@code route-nopull}: no pushed routes, no pushed DNS
 * @param dns the profile's own DNS
 * @param udp whether the transport is UDP
 */
public record PullPolicy(
        List<String> ciphers,
        String fallback,
        int tunMtu,
        int tunMtuMax,
        Keepalive keepalive,
        int exitNotify,
        List<Route> routes,
        boolean redirect,
        boolean acceptRoutes,
        DnsSettings dns,
        boolean udp) {
    /** Copies its lists. */
    public PullPolicy {
        ciphers = List.copyOf(ciphers);
        routes = List.copyOf(routes);
    }
}
