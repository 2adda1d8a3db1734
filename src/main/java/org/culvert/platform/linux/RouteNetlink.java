package org.culvert.platform.linux;

import org.culvert.net.Cidr;
import org.culvert.net.IpAddress;
import org.culvert.platform.PlatformException;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** Links, addresses, routes and rules by rtnetlink (C: {@code networking_sitnl.c}). */
final class RouteNetlink implements AutoCloseable {
    static final int MAIN = 254;

    private static final int NEWLINK = 16;
    private static final int NEWADDR = 20;
    private static final int DELADDR = 21;
    private static final int NEWROUTE = 24;
    private static final int DELROUTE = 25;
    private static final int NEWRULE = 32;
    private static final int DELRULE = 33;
    static final int UNICAST = 1;
    static final int UNREACHABLE = 7;
    private static final int NODAD = 2;
    private static final int STATIC = 4;

    /** FRA_PROTOCOL: by which our rules are known again, whoever made others of their priority. */
    static final int OURS = 203;

    private final Netlink netlink;

    RouteNetlink(Netlink netlink) {
        this.netlink = netlink;
    }

    /**
     * A policy rule.
     *
     * @param mark only for packets with this mark; 0: all
     * @param to only towards this network
     */
    record Rule(boolean v6, int priority, int mark, Optional<Cidr> to, int table) {}

    /** Brings a device up with an MTU, or down. */
    void link(String device, boolean up, int mtu) throws PlatformException {
        var message =
                new NetlinkMessage(NEWLINK, NetlinkMessage.ACK)
                        .u8(0)
                        .u8(0)
                        .u16(0)
                        .u32(Interfaces.index(device))
                        .u32(up ? 1 : 0)
                        .u32(1);
        if (up) {
            message.attribute(4, mtu);
        }
        netlink.change(message, "set " + device + (up ? " up" : " down"));
    }

    void address(String device, Cidr address, boolean add) throws PlatformException {
        int flags = NetlinkMessage.ACK | (add ? NetlinkMessage.CREATE | NetlinkMessage.REPLACE : 0);
        var message =
                new NetlinkMessage(add ? NEWADDR : DELADDR, flags)
                        .u8(family(address.address().v6()))
                        .u8(address.prefix())
                        .u8(address.address().v6() ? NODAD : 0)
                        .u8(0)
                        .u32(Interfaces.index(device))
                        .attribute(2, address.address())
                        .attribute(1, address.address());
        netlink.change(message, "address " + address + " on " + device);
    }

    /** A route through {@code device}. */
    void route(String device, Cidr to, Optional<IpAddress> via, int metric, int table, boolean add)
            throws PlatformException {
        var message = routeMessage(to, table, UNICAST, add);
        if (to.prefix() > 0) {
            message.attribute(1, to.address());
        }
        message.attribute(4, Interfaces.index(device));
        via.ifPresent(gateway -> message.attribute(5, gateway));
        if (metric > 0) {
            message.attribute(6, metric);
        }
        message.attribute(15, table);
        netlink.change(message, "route to " + to + " through " + device);
    }

    /** The last word of a table: nothing else is reachable. */
    void unreachable(boolean v6, int table, boolean add) throws PlatformException {
        Cidr all = Cidr.literal(v6 ? "::/0" : "0.0.0.0/0");
        var message =
                routeMessage(all, table, UNREACHABLE, add).attribute(6, -2).attribute(15, table);
        netlink.change(message, "unreachable default of table " + table);
    }

    /** Adds a rule, marked as ours. */
    void addRule(Rule rule) throws PlatformException {
        int flags = NetlinkMessage.ACK | NetlinkMessage.CREATE | NetlinkMessage.EXCLUSIVE;
        var message =
                ruleMessage(NEWRULE, flags, rule.v6(), rule.to().map(Cidr::prefix).orElse(0))
                        .attribute(6, rule.priority())
                        .attribute(15, rule.table());
        rule.to().ifPresent(to -> message.attribute(1, to.network().address()));
        if (rule.mark() != 0) {
            message.attribute(10, rule.mark()).attribute(16, -1);
        }
        netlink.change(message, "rule " + rule.priority());
    }

    /** Removes a rule of ours. */
    void removeRule(Rule rule) throws PlatformException {
        var removal = ruleMessage(DELRULE, NetlinkMessage.ACK, rule.v6(), 0);
        netlink.change(removal.attribute(6, rule.priority()), "rule " + rule.priority());
    }

    /** struct fib_rule_hdr: towards a table, of our own making. */
    private static NetlinkMessage ruleMessage(int type, int flags, boolean v6, int prefix) {
        return new NetlinkMessage(type, flags)
                .u8(family(v6))
                .u8(prefix)
                .u8(0)
                .u8(0)
                .u8(0)
                .u8(0)
                .u8(0)
                .u8(1)
                .u32(0)
                .attributeOctet(21, OURS);
    }

    static int number(byte[] octets) {
        return ByteBuffer.wrap(octets).order(ByteOrder.nativeOrder()).getInt();
    }

    @Override
    public void close() {
        netlink.close();
    }

    static Optional<byte[]> attribute(ByteBuffer message, int from, int type) {
        for (int at = from; at + 4 <= message.limit(); ) {
            int length = message.getShort(at) & 0xffff;
            if (length < 4 || at + length > message.limit()) {
                return Optional.empty();
            }
            if (message.getShort(at + 2) == type) {
                byte[] octets = new byte[length - 4];
                message.get(at + 4, octets);
                return Optional.of(octets);
            }
            at += (length + 3) & ~3;
        }
        return Optional.empty();
    }

    private static NetlinkMessage routeMessage(Cidr to, int table, int type, boolean add) {
        int flags = NetlinkMessage.ACK | (add ? NetlinkMessage.CREATE | NetlinkMessage.REPLACE : 0);
        return new NetlinkMessage(add ? NEWROUTE : DELROUTE, flags)
                .u8(family(to.address().v6()))
                .u8(to.prefix())
                .u8(0)
                .u8(0)
                .u8(table < 256 ? table : 0)
                .u8(STATIC)
                .u8(0)
                .u8(type)
                .u32(0);
    }

    static int family(boolean v6) {
        return v6 ? C.AF_INET6 : C.AF_INET;
    }
}
