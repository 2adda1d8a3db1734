package org.culvert.platform.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.culvert.net.IpAddress;
import org.culvert.platform.NetworkEvents.Notice;
import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.Set;

class NetlinkMessageTest {
    private static final int NEWLINK = 16;
    private static final int NEWADDR = 20;
    private static final int DELRULE = 33;
    private static final Optional<Notice> UPLINK = Optional.of(Notice.UPLINK);
    private static final Optional<Notice> TOUCHED = Optional.of(Notice.OURS);
    private static final Optional<Notice> NOTHING = Optional.empty();
    private static final int NEWROUTE = 24;
    private static final int UP = 0x1;
    private static final int UP_AND_RUNNING = 0x41;
    private static final Set<Integer> OURS = Set.of(7);

    private static ByteBuffer notice(NetlinkMessage message) {
        return ByteBuffer.wrap(message.octets(1)).order(ByteOrder.nativeOrder());
    }

    private static ByteBuffer link(int index, int flags) {
        return notice(
                new NetlinkMessage(NEWLINK, 0).u8(0).u8(0).u16(1).u32(index).u32(flags).u32(0));
    }

    private static ByteBuffer route(int table, int flags, int device) {
        return notice(
                new NetlinkMessage(NEWROUTE, 0)
                        .u8(2)
                        .u8(0)
                        .u8(0)
                        .u8(0)
                        .u8(table)
                        .u8(4)
                        .u8(0)
                        .u8(1)
                        .u32(flags)
                        .attribute(4, device));
    }

    private static Optional<Notice> judge(ByteBuffer notice) throws Exception {
        try (var events = LinuxNetworkEvents.open()) {
            return events.judge(notice, OURS);
        }
    }

    @Test
    void aHeaderHoldsLengthTypeFlagsAndSequence() {
        ByteBuffer octets =
                ByteBuffer.wrap(
                                new NetlinkMessage(NEWADDR, NetlinkMessage.ACK)
                                        .u8(2)
                                        .u8(24)
                                        .u8(0)
                                        .u8(0)
                                        .u32(9)
                                        .octets(77))
                        .order(ByteOrder.nativeOrder());

        assertEquals(24, octets.getInt(0));
        assertEquals(NEWADDR, octets.getShort(4));
        assertEquals(NetlinkMessage.REQUEST | NetlinkMessage.ACK, octets.getShort(6));
        assertEquals(77, octets.getInt(8));
        assertEquals(24, octets.get(17));
        assertEquals(9, octets.getInt(20));
    }

    @Test
    void anAttributeIsPaddedToFourOctetsButSaysItsOwnLength() {
        ByteBuffer octets =
                ByteBuffer.wrap(
                                new NetlinkMessage(NEWROUTE, 0)
                                        .attributeOctet(21, 203)
                                        .attribute(1, IpAddress.literal("10.8.0.1"))
                                        .octets(1))
                        .order(ByteOrder.nativeOrder());

        assertEquals(5, octets.getShort(16));
        assertEquals(21, octets.getShort(18));
        assertEquals((byte) 203, octets.get(20));
        assertEquals(8, octets.getShort(24));
        assertEquals(10, octets.get(28));
        assertEquals(32, octets.limit());
    }

    @Test
    void attributesAreFoundAgainAndLyingOnesAreNot() {
        ByteBuffer message =
                notice(
                        new NetlinkMessage(NEWROUTE, 0)
                                .attributeOctet(21, 203)
                                .attribute(6, 30_900));

        byte[] found = RouteNetlink.attribute(message, 16, 6).orElseThrow();
        assertEquals(30_900, RouteNetlink.number(found));
        assertTrue(RouteNetlink.attribute(message, 16, 9).isEmpty());
        message.putShort(16, (short) 400);
        assertTrue(RouteNetlink.attribute(message, 16, 6).isEmpty());
    }

    @Test
    void messagesThatComeTogetherAreToldApart() {
        ByteBuffer one = link(3, UP);
        ByteBuffer two = route(254, 0, 3);
        ByteBuffer both =
                ByteBuffer.allocate(one.limit() + two.limit() + 20)
                        .order(ByteOrder.nativeOrder())
                        .put(one.duplicate())
                        .put(two.duplicate())
                        .putInt(4000)
                        .position(0);

        var found = Netlink.messages(both);

        assertEquals(2, found.size());
        assertEquals(NEWROUTE, found.getLast().getShort(4));
    }

    @Test
    void aCableThatGoesInOrOutMatters() throws Exception {
        try (var events = LinuxNetworkEvents.open()) {
            assertEquals(UPLINK, events.judge(link(3, UP_AND_RUNNING), OURS));
            assertEquals(NOTHING, events.judge(link(3, UP_AND_RUNNING), OURS), "nothing new");
            assertEquals(UPLINK, events.judge(link(3, UP), OURS));
            assertEquals(UPLINK, events.judge(link(3, UP_AND_RUNNING), OURS));
            assertEquals(TOUCHED, events.judge(link(7, UP_AND_RUNNING), OURS));
        }
    }

    @Test
    void aRouteOfTheUplinkMatters() throws Exception {
        assertEquals(UPLINK, judge(route(254, 0, 3)));
        assertEquals(TOUCHED, judge(route(254, 0, 7)));
        assertEquals(TOUCHED, judge(route(253, 0, 3)), "another table may be ours");
        assertEquals(NOTHING, judge(route(254, 0x200, 3)), "a clone");
    }

    @Test
    void anAddressOfTheUplinkMatters() throws Exception {
        var there = new NetlinkMessage(NEWADDR, 0).u8(2).u8(24).u8(0).u8(0).u32(3);
        var ours = new NetlinkMessage(NEWADDR, 0).u8(2).u8(24).u8(0).u8(0).u32(7);

        assertEquals(UPLINK, judge(notice(there)));
        assertEquals(TOUCHED, judge(notice(ours)));
    }

    @Test
    void aRuleThatComesOrGoesMayBeOurs() throws Exception {
        assertEquals(TOUCHED, judge(notice(new NetlinkMessage(DELRULE, 0).u32(2).u32(0).u32(0))));
    }
}
