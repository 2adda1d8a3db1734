package org.culvert.platform.linux;

import org.culvert.dbus.Bus;
import org.culvert.net.Cidr;
import org.culvert.net.DnsSettings;
import org.culvert.net.Route;
import org.culvert.plan.Change;
import org.culvert.plan.NetworkPlan.FullTunnel;
import org.culvert.plan.Undo;
import org.culvert.platform.Journal;
import org.culvert.platform.NetworkConfigurator;
import org.culvert.platform.PlatformException;

import java.nio.file.Path;
import java.util.Optional;

/** Changes the network of this machine: rtnetlink, nftables, DNS (design decisions 6, 7). */
public final class LinuxNetwork implements NetworkConfigurator {
    private final RouteNetlink routes;
    private final RouteReader reader;
    private final FirewallReader firewall;
    private final Fence fence;
    private final Names names;

    private LinuxNetwork(Netlink netlink, FirewallReader firewall, Names names) {
        this.routes = new RouteNetlink(netlink);
        this.reader = new RouteReader(netlink);
        this.firewall = firewall;
        this.fence = new Fence(routes, reader, firewall);
        this.names = names;
    }

    /** {@code state} is the helper's own folder, where the names file of before is kept. */
    public static LinuxNetwork open(Path state) throws PlatformException {
        var names = new Names(Bus::system, Path.of("/etc"), state);
        return new LinuxNetwork(Netlink.open(C.NETLINK_ROUTE), FirewallReader.open(), names);
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
                            own ? Fence.TABLE : RouteNetlink.MAIN,
                            true);
            case Change.Enclose(Optional<String> device, FullTunnel tunnel) ->
                    fence.enclose(device, tunnel);
            case Change.SetDns(String device, DnsSettings dns, boolean all) ->
                    names.set(device, dns, all);
        }
    }

    @Override
    public void undo(Undo undo) throws PlatformException {
        switch (undo) {
            case Undo.DeviceDown(String device) ->
                    Step.tolerating(() -> routes.link(device, false, 0));
            case Undo.RemoveAddress(String device, Cidr address) ->
                    Step.tolerating(() -> routes.address(device, address, false));
            case Undo.RemoveRoute(String device, Route route, boolean own) ->
                    Step.tolerating(() ->
                            routes.route(
                                    device,
                                    route.destination(),
                                    route.gateway(),
                                    route.metric(),
                                    own ? Fence.TABLE : RouteNetlink.MAIN,
                                    false));
            case Undo.Release _ -> fence.release();
            case Undo.RestoreDns(String device) -> names.restore(device);
        }
    }

    @Override
    public boolean stands(Change change) throws PlatformException {
        return switch (change) {
            case Change.DeviceUp(String device, int _) -> reader.isUp(device);
            case Change.AddAddress(String device, Cidr address) -> hasAddress(device, address);
            case Change.AddRoute(String device, Route route, boolean own) ->
                    hasRoute(device, route, own ? Fence.TABLE : RouteNetlink.MAIN);
            case Change.Enclose(Optional<String> device, FullTunnel tunnel) ->
                    fence.stands(device, tunnel);
            case Change.SetDns _ -> true;
        };
    }

    private boolean hasAddress(String device, Cidr address) throws PlatformException {
        int index = Interfaces.index(device);
        return reader.addresses().contains(new RouteReader.Address(index, address));
    }

    private boolean hasRoute(String device, Route route, int table) throws PlatformException {
        int index = Interfaces.index(device);
        return reader.routes(route.destination().address().v6()).stream()
                .filter(found -> found.table() == table && found.device() == index)
                .anyMatch(found -> found.to().equals(route.destination()));
    }

    @Override
    public void close() {
        routes.close();
        firewall.close();
    }
}
