package org.culvert.server;

import org.culvert.net.Cidr;
import org.culvert.net.IpAddress;

import java.util.ArrayList;
import java.util.List;

/** What every client of a server is told, in the words of OpenVPN's options. */
final class Pushed {
    private Pushed() {}

    static List<String> options(Options wanted, IpAddress server) {
        var options = new ArrayList<String>();
        options.add("topology subnet");
        options.add("route-gateway " + server);
        options.add("ping " + Member.PING_SECONDS);
        options.add("ping-restart " + Member.SILENCE_SECONDS / 2);
        for (Cidr route : wanted.routes()) {
            options.add(route(route));
        }
        return options;
    }

    private static String route(Cidr route) {
        return route.address().v6()
                ? "route-ipv6 " + route
                : "route " + route.address() + " " + netmask(route.prefix());
    }

    /** The dotted form of a prefix's length. */
    static IpAddress netmask(int prefix) {
        return IpAddress.v4(prefix == 0 ? 0 : -1 << (32 - prefix));
    }
}
