package org.culvert.spec;

import org.culvert.net.DnsSettings;
import org.culvert.net.Route;

import java.util.List;

/**
 * Which traffic uses the tunnel.
 *
 * @param redirect the profile itself asks for a full tunnel ({@code redirect-gateway})
 * @param routes the profile's own routes
 * @param dns the profile's own DNS, replaced by what the server pushes
 * @param acceptPushedRoutes false for {@code route-nopull}
 * @param withoutDns the person has chosen to go without the VPN's DNS
 * @param killSwitch nothing leaves beside a full tunnel
 * @param lanAllowed private ranges of the current uplink stay reachable
 */
public record Routing(
        boolean redirect,
        List<Route> routes,
        DnsSettings dns,
        boolean acceptPushedRoutes,
        boolean withoutDns,
        boolean killSwitch,
        boolean lanAllowed) {
    /** What the server says, protected. */
    public static final Routing DEFAULT =
            new Routing(false, List.of(), DnsSettings.NONE, true, false, true, true);

    /** The same with what a person has chosen. */
    public Routing withProtection(Protection chosen) {
        return new Routing(
                redirect,
                routes,
                dns,
                acceptPushedRoutes,
                withoutDns,
                chosen.drops() == Drops.BLOCKED,
                chosen.lan() == Lan.REACHABLE);
    }

    /** Copies its list. */
    public Routing {
        routes = List.copyOf(routes);
    }
}
