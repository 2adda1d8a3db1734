package org.culvert.platform.linux;

import org.culvert.dbus.Bus;
import org.culvert.net.Cidr;
import org.culvert.net.DnsSettings;
import org.culvert.net.Endpoint;
import org.culvert.net.Route;
import org.culvert.plan.Change;
import org.culvert.plan.NetworkPlan.FullTunnel;
import org.culvert.plan.Undo;
import org.culvert.platform.Journal;
import org.culvert.platform.NetworkConfigurator;
import org.culvert.platform.PlatformException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Changes the network of this machine: rtnetlink, nftables, DNS (design decisions 6, 7). */
public final class LinuxNetwork implements NetworkConfigurator {
    private static final int TABLE = 0x6376;
    private static final int PRIORITY = 30_900;
    private static final List<Cidr> PRIVATE =
            List.of(
                    Cidr.literal("10.0.0.0/8"),
                    Cidr.literal("172.16.0.0/12"),
                    Cidr.literal("192.168.0.0/16"),
                    Cidr.literal("fc00::/7"));

    private static final Path SETTINGS = Path.of("/proc/sys/net/ipv4/conf");

    private final RouteNetlink routes;
    private final Names names;

    private LinuxNetwork(RouteNetlink routes, Names names) {
        this.routes = routes;
        this.names = names;
    }

    /** {@code state} is the helper's own folder, where the names file of before is kept. */
    public static LinuxNetwork open(Path state) throws PlatformException {
        var names = new Names(Bus::system, Path.of("/etc"), state);
        return new LinuxNetwork(new RouteNetlink(Netlink.open()), names);
    }

    @Override
    public void apply(Change change, Journal journal) throws PlatformException {
        journal.add(change.undo());
        switch (change) {
            case Change.DeviceUp(String device, int mtu) -> routes.link(device, true, mtu);
            case Change.AddAddress(String device, Cidr address) ->
                    routes.address(device, address, true);
            case Change.AddRoute(String device, Route route, boolean own) ->
                    routes.route(
                            device,
                            route.destination(),
                            route.gateway(),
                            route.metric(),
                            own ? TABLE : RouteNetlink.MAIN,
                            true);
            case Change.Enclose(Optional<String> device, FullTunnel tunnel) ->
                    enclose(device, tunnel);
            case Change.SetDns(String device, DnsSettings dns, boolean all) ->
                    names.set(device, dns, all);
        }
    }

    @Override
    public void undo(Undo undo) throws PlatformException {
        switch (undo) {
            case Undo.DeviceDown(String device) -> tolerating(() -> routes.link(device, false, 0));
            case Undo.RemoveAddress(String device, Cidr address) ->
                    tolerating(() -> routes.address(device, address, false));
            case Undo.RemoveRoute(String device, Route route, boolean own) ->
                    tolerating(() ->
                            routes.route(
                                    device,
                                    route.destination(),
                                    route.gateway(),
                                    route.metric(),
                                    own ? TABLE : RouteNetlink.MAIN,
                                    false));
            case Undo.Release _ -> release();
            case Undo.RestoreDns(String device) -> names.restore(device);
        }
    }

    /** Firewall first: no moment without it while rules and routes change. */
    private void enclose(Optional<String> device, FullTunnel tunnel) throws PlatformException {
        List<Cidr> lan = tunnel.lanAllowed() ? lan() : List.of();
        Firewall.enclose(device, tunnel, lan);
        for (boolean v6 : new boolean[] {false, true}) {
            boolean inside = v6 ? tunnel.v6() : tunnel.v4();
            Cidr all = Cidr.literal(v6 ? "::/0" : "0.0.0.0/0");
            replacing(() -> routes.unreachable(v6, TABLE, true));
            if (inside && device.isPresent()) {
                routes.route(device.get(), all, Optional.empty(), 0, TABLE, true);
            }
        }
        routes.removeOwnRules();
        for (RouteNetlink.Rule rule : rules(tunnel, lan)) {
            replacing(() -> routes.addRule(rule));
        }
    }

    private void release() throws PlatformException {
        routes.removeOwnRules();
        tolerating(() -> routes.unreachable(false, TABLE, false));
        tolerating(() -> routes.unreachable(true, TABLE, false));
        Firewall.release();
    }

    private List<RouteNetlink.Rule> rules(FullTunnel tunnel, List<Cidr> lan) {
        var rules = new ArrayList<RouteNetlink.Rule>();
        for (boolean v6 : new boolean[] {false, true}) {
            rules.add(
                    new RouteNetlink.Rule(
                            v6, PRIORITY, tunnel.mark(), Optional.empty(), RouteNetlink.MAIN));
            rules.add(new RouteNetlink.Rule(v6, PRIORITY + 90, 0, Optional.empty(), TABLE));
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

    /** Private networks that this machine stands in, our own devices aside. */
    private List<Cidr> lan() throws PlatformException {
        Set<Integer> ours = Interfaces.ours();
        return routes.addresses().stream()
                .filter(address -> !ours.contains(address.index()))
                .map(RouteNetlink.Address::address)
                .filter(address -> address.prefix() < address.address().bits())
                .filter(a -> PRIVATE.stream().anyMatch(net -> net.contains(a.address())))
                .map(Cidr::network)
                .distinct()
                .limit(20)
                .toList();
    }

    @FunctionalInterface
    private interface Step {
        void run() throws PlatformException;
    }

    private static void replacing(Step step) throws PlatformException {
        try {
            step.run();
        } catch (PlatformException e) {
            if (e.errno() != C.EEXIST) {
                throw e;
            }
        }
    }

    private static void tolerating(Step step) throws PlatformException {
        try {
            step.run();
        } catch (PlatformException e) {
            boolean gone =
                    e.errno() == C.ENODEV
                            || e.errno() == C.ESRCH
                            || e.errno() == C.ENOENT
                            || e.errno() == C.EADDRNOTAVAIL;
            if (!gone) {
                throw e;
            }
        }
    }

    @Override
    public void close() {
        routes.close();
    }
}
