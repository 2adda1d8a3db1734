package org.culvert.platform.linux;

import org.culvert.net.Cidr;
import org.culvert.net.IpAddress;
import org.culvert.platform.PlatformException;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads links, addresses, routes and rules back by rtnetlink. */
final class RouteReader {
    private static final int GETLINK = 18;
    private static final int GETADDR = 22;
    private static final int GETROUTE = 26;
    private static final int GETRULE = 34;
    private static final int UP = 1;
    private static final int HEADER = NetlinkMessage.HEADER;
    private static final int TO = 1;
    private static final int DEVICE = 4;
    private static final int GATEWAY = 5;
    private static final int PRIORITY = 6;
    private static final int MARK = 10;
    private static final int TABLE = 15;
    private static final int PROTOCOL = 21;

    private final Netlink netlink;

    RouteReader(Netlink netlink) {
        this.netlink = netlink;
    }

    /** A device with its index, and an address on it. */
    record Address(int index, Cidr address) {}

    /**
     * A route.
     *
     * @param type {@code RTN_UNICAST} and the like
     * @param device its index; 0: none
     */
    record Route(int table, int type, int device, Cidr to, Optional<IpAddress> gateway) {}

    /** A rule, and whether it bears our mark. */
    record Found(RouteNetlink.Rule rule, boolean ours) {}

    /** Whether the device is there and up. */
    boolean isUp(String device) throws PlatformException {
        if (!Interfaces.exists(device)) {
            return false;
        }
        int index = Interfaces.index(device);
        var request = head(GETLINK, 0).u32(0).u32(0).u32(0);
        return netlink.dump(request, "links").stream()
                .filter(link -> link.getInt(HEADER + 4) == index)
                .anyMatch(link -> (link.getInt(HEADER + 8) & UP) != 0);
    }

    /** All addresses of this machine. */
    List<Address> addresses() throws PlatformException {
        var found = new ArrayList<Address>();
        for (ByteBuffer message : netlink.dump(head(GETADDR, 0).u32(0), "addresses")) {
            int prefix = message.get(HEADER + 1) & 0xff;
            int index = message.getInt(HEADER + 4);
            RouteNetlink.attribute(message, HEADER + 8, TO)
                    .map(octets -> new Cidr(IpAddress.of(octets), prefix))
                    .ifPresent(address -> found.add(new Address(index, address)));
        }
        return found;
    }

    /** All routes of one family. */
    List<Route> routes(boolean v6) throws PlatformException {
        return netlink
                .dump(head(GETROUTE, RouteNetlink.family(v6)).u32(0).u32(0), "routes")
                .stream()
                .map(message -> route(message, v6))
                .toList();
    }

    private static Route route(ByteBuffer message, boolean v6) {
        return new Route(
                number(message, TABLE).orElse(message.get(HEADER + 4) & 0xff),
                message.get(HEADER + 7) & 0xff,
                number(message, DEVICE).orElse(0),
                destination(message, v6),
                RouteNetlink.attribute(message, HEADER + 12, GATEWAY).map(IpAddress::of));
    }

    /** All rules of both families. */
    List<Found> rules() throws PlatformException {
        var found = new ArrayList<Found>();
        for (boolean v6 : new boolean[] {false, true}) {
            var request = head(GETRULE, RouteNetlink.family(v6)).u32(0).u32(0);
            netlink.dump(request, "rules").forEach(message -> found.add(rule(message, v6)));
        }
        return found;
    }

    private static Found rule(ByteBuffer message, boolean v6) {
        boolean narrow = (message.get(HEADER + 1) & 0xff) > 0;
        var rule =
                new RouteNetlink.Rule(
                        v6,
                        number(message, PRIORITY).orElse(0),
                        number(message, MARK).orElse(0),
                        narrow ? Optional.of(destination(message, v6)) : Optional.empty(),
                        number(message, TABLE).orElse(message.get(HEADER + 4) & 0xff));
        Optional<byte[]> protocol = RouteNetlink.attribute(message, HEADER + 12, PROTOCOL);
        return new Found(
                rule, protocol.filter(p -> (p[0] & 0xff) == RouteNetlink.OURS).isPresent());
    }

    /** Of a route and of a rule alike: the prefix is their second octet. */
    private static Cidr destination(ByteBuffer message, boolean v6) {
        byte[] none = new byte[v6 ? 16 : 4];
        byte[] octets = RouteNetlink.attribute(message, HEADER + 12, TO).orElse(none);
        return new Cidr(IpAddress.of(octets), message.get(HEADER + 1) & 0xff);
    }

    private static Optional<Integer> number(ByteBuffer message, int type) {
        return RouteNetlink.attribute(message, HEADER + 12, type).map(RouteNetlink::number);
    }

    /** The first four octets of all these requests. */
    private static NetlinkMessage head(int type, int family) {
        return new NetlinkMessage(type, NetlinkMessage.DUMP).u8(family).u8(0).u8(0).u8(0);
    }
}
