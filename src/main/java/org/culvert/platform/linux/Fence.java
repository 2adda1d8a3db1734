package org.culvert.platform.linux;

import org.culvert.failure.Phrase;
import org.culvert.net.Cidr;
import org.culvert.net.Endpoint;
import org.culvert.plan.NetworkPlan.FullTunnel;
import org.culvert.platform.PlatformException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a full tunnel stands in: firewall, policy rules and the unreachable ends of its table. */
final class Fence {
    /** Our routing table. */
    static final int TABLE = 0x6376;

    private static final int PRIORITY = 30_900;
    private static final int LAST_PRIORITY = PRIORITY + 90;
    private static final int MOST_LAN = 20;
    private static final List<Cidr> PRIVATE =
            List.of(
                    Cidr.literal("10.0.0.0/8"),
                    Cidr.literal("172.16.0.0/12"),
                    Cidr.literal("192.168.0.0/16"),
                    Cidr.literal("fc00::/7"));

    private static final Path SETTINGS = Path.of("/proc/sys/net/ipv4/conf");

    private final RouteNetlink routes;
    private final RouteReader reader;
    private final FirewallReader firewall;
    private Standing standing = Standing.UNKNOWN;

    /** Whose the things with our names are; unknown ones may be of an earlier run of ours. */
    private enum Standing {
        UNKNOWN,
        OURS,
        FOREIGN
    }

    Fence(RouteNetlink routes, RouteReader reader, FirewallReader firewall) {
        this.routes = routes;
        this.reader = reader;
        this.firewall = firewall;
    }

    /**
     * Puts it up, or in place of an older one. Firewall first: no moment without it while rules and
     * routes change. What another product calls by our names is not touched (security R26).
     */
    void enclose(Optional<String> device, FullTunnel tunnel) throws PlatformException {
        if (standing != Standing.OURS) {
            standing = Standing.FOREIGN;
            refuseForeign();
        }
        List<Cidr> lan = lan(tunnel);
        Firewall.enclose(device, tunnel, lan);
        standing = Standing.OURS;
        for (boolean v6 : new boolean[] {false, true}) {
            Step.replacing(() -> routes.unreachable(v6, TABLE, true));
            if (inside(tunnel, v6) && device.isPresent()) {
                routes.route(device.get(), all(v6), Optional.empty(), 0, TABLE, true);
            }
        }
        removeOwnRules();
        for (RouteNetlink.Rule rule : rules(tunnel, lan)) {
            Step.replacing(() -> routes.addRule(rule));
        }
    }

    /** Takes it away, what of it is left; what was refused as another's stays. */
    void release() throws PlatformException {
        if (standing == Standing.FOREIGN) {
            return;
        }
        removeOwnRules();
        Step.tolerating(() -> routes.unreachable(false, TABLE, false));
        Step.tolerating(() -> routes.unreachable(true, TABLE, false));
        Firewall.release();
        standing = Standing.UNKNOWN;
    }

    /** Whether all of it is there, as it would be put up now. */
    boolean stands(Optional<String> device, FullTunnel tunnel) throws PlatformException {
        List<Cidr> lan = lan(tunnel);
        int rules = Firewall.rules(Firewall.render(device, tunnel, lan));
        return firewall.rules(Firewall.TABLE) == rules
                && ownRules().containsAll(rules(tunnel, lan))
                && hasRoutes(device, tunnel, false)
                && hasRoutes(device, tunnel, true);
    }

    private boolean hasRoutes(Optional<String> device, FullTunnel tunnel, boolean v6)
            throws PlatformException {
        var wanted = new ArrayList<RouteReader.Route>();
        for (RouteReader.Route found : reader.routes(v6)) {
            if (found.table() == TABLE && found.to().equals(all(v6))) {
                wanted.add(found);
            }
        }
        boolean end = wanted.stream().anyMatch(route -> route.type() == RouteNetlink.UNREACHABLE);
        if (device.isEmpty() || !inside(tunnel, v6)) {
            return end;
        }
        int index = Interfaces.index(device.get());
        return end && wanted.stream().anyMatch(route -> route.device() == index);
    }

    /** Rules of others with our priorities, routes in our table, a firewall table of our name. */
    private void refuseForeign() throws PlatformException {
        if (firewall.exists(Firewall.TABLE)) {
            throw foreign("nft table inet " + Firewall.TABLE);
        }
        for (RouteReader.Found found : reader.rules()) {
            int priority = found.rule().priority();
            if (!found.ours() && priority >= PRIORITY && priority <= LAST_PRIORITY) {
                throw foreign("ip rule " + priority);
            }
        }
        Set<Integer> ours = Interfaces.ours();
        for (boolean v6 : new boolean[] {false, true}) {
            for (RouteReader.Route route : reader.routes(v6)) {
                if (route.table() == TABLE
                        && route.type() == RouteNetlink.UNICAST
                        && !ours.contains(route.device())) {
                    throw foreign("route " + route.to() + " in table " + TABLE);
                }
            }
        }
    }

    private static PlatformException foreign(String what) {
        return new PlatformException(
                "full tunnel", Phrase.of(Phrase.Kind.OF_ANOTHER_PROGRAM, what));
    }

    private List<RouteNetlink.Rule> ownRules() throws PlatformException {
        return reader.rules().stream()
                .filter(RouteReader.Found::ours)
                .map(RouteReader.Found::rule)
                .toList();
    }

    private void removeOwnRules() throws PlatformException {
        for (RouteNetlink.Rule rule : ownRules()) {
            routes.removeRule(rule);
        }
    }

    private static boolean inside(FullTunnel tunnel, boolean v6) {
        return v6 ? tunnel.v6() : tunnel.v4();
    }

    private static Cidr all(boolean v6) {
        return Cidr.literal(v6 ? "::/0" : "0.0.0.0/0");
    }

    private List<RouteNetlink.Rule> rules(FullTunnel tunnel, List<Cidr> lan) {
        var rules = new ArrayList<RouteNetlink.Rule>();
        for (boolean v6 : new boolean[] {false, true}) {
            rules.add(
                    new RouteNetlink.Rule(
                            v6, PRIORITY, tunnel.mark(), Optional.empty(), RouteNetlink.MAIN));
            rules.add(new RouteNetlink.Rule(v6, LAST_PRIORITY, 0, Optional.empty(), TABLE));
        }
        Optional<Cidr> server =
                tunnel.server()
                        .map(Endpoint::address)
                        .filter(address -> !address.v6())
                        .map(address -> new Cidr(address, 32));
        if (server.isPresent() && ReversePath.dropsAnswers(SETTINGS)) {
            rules.add(new RouteNetlink.Rule(false, PRIORITY + 1, 0, server, RouteNetlink.MAIN));
        }
        int next = PRIORITY + 2;
        for (Cidr net : lan) {
            rules.add(
                    new RouteNetlink.Rule(
                            net.address().v6(), next++, 0, Optional.of(net), RouteNetlink.MAIN));
        }
        return rules;
    }

    /** Private networks that this machine stands in and that stay reachable; not our devices'. */
    private List<Cidr> lan(FullTunnel tunnel) throws PlatformException {
        if (!tunnel.lanAllowed()) {
            return List.of();
        }
        Set<Integer> ours = Interfaces.ours();
        return reader.addresses().stream()
                .filter(address -> !ours.contains(address.index()))
                .map(RouteReader.Address::address)
                .filter(address -> address.prefix() < address.address().bits())
                .filter(a -> PRIVATE.stream().anyMatch(net -> net.contains(a.address())))
                .map(Cidr::network)
                .distinct()
                .limit(MOST_LAN)
                .toList();
    }
}
