package org.culvert.platform.linux;

import com.sun.jna.LastErrorException;

import org.culvert.platform.NetworkEvents;
import org.culvert.platform.PlatformException;

import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The kernel's notices about links, addresses, routes and rules, by rtnetlink's multicast groups,
 * and about firewalls by nfnetlink's.
 */
public final class LinuxNetworkEvents implements NetworkEvents {
    private static final int GROUPS = 0x1 | 0x10 | 0x40 | 0x80 | 0x100 | 0x400 | 0x40000;
    private static final int FIREWALL_GROUP = 0x40;
    private static final int NEWLINK = 16;
    private static final int DELLINK = 17;
    private static final int NEWADDR = 20;
    private static final int DELADDR = 21;
    private static final int NEWROUTE = 24;
    private static final int DELROUTE = 25;
    private static final int NEWRULE = 32;
    private static final int DELRULE = 33;
    private static final int RUNNING = 0x40;
    private static final int CLONED = 0x200;
    private static final int OUTPUT_DEVICE = 4;
    private static final int ROOM = 64 * 1024;
    private static final int NONE = -1;

    private final int fd;
    private final int firewall;
    private final Poll poll = new Poll(2);
    private final Memory memory = Memory.of(ROOM);
    private final Map<Integer, Boolean> running = new HashMap<>();

    private LinuxNetworkEvents(int fd, int firewall) {
        this.fd = fd;
        this.firewall = firewall;
        poll.set(0, fd, C.POLLIN);
        poll.set(1, firewall, C.POLLIN);
    }

    /** Hears from now on; of firewalls only where this process may change them. */
    public static LinuxNetworkEvents open() throws PlatformException {
        int fd = bound(C.NETLINK_ROUTE, GROUPS);
        try {
            return new LinuxNetworkEvents(fd, bound(C.NETLINK_NETFILTER, FIREWALL_GROUP));
        } catch (PlatformException e) {
            return new LinuxNetworkEvents(fd, NONE);
        }
    }

    private static int bound(int protocol, int groups) throws PlatformException {
        try {
            int fd = C.socket(C.AF_NETLINK, C.SOCK_RAW | C.SOCK_CLOEXEC, protocol);
            Memory address = Memory.of(12);
            address.octets().putShort(0, (short) C.AF_NETLINK).putInt(8, groups);
            C.bind(fd, address.address(), 12);
            return fd;
        } catch (LastErrorException e) {
            throw Errors.of("bind AF_NETLINK", e);
        }
    }

    @Override
    public Set<Notice> await() throws PlatformException {
        var heard = EnumSet.noneOf(Notice.class);
        while (heard.isEmpty()) {
            poll.await(NONE);
            if (poll.returned(0) != 0) {
                heard.addAll(receive());
            }
            if (poll.returned(1) != 0) {
                received(firewall);
                heard.add(Notice.OURS);
            }
        }
        return heard;
    }

    /**
     * What the notices that come together say; where some were lost, everything may have changed.
     */
    private Set<Notice> receive() throws PlatformException {
        Optional<ByteBuffer> all = received(fd);
        if (all.isEmpty()) {
            return EnumSet.allOf(Notice.class);
        }
        var heard = EnumSet.noneOf(Notice.class);
        Set<Integer> ours = Interfaces.ours();
        for (ByteBuffer notice : Netlink.messages(all.get())) {
            judge(notice, ours).ifPresent(heard::add);
        }
        return heard;
    }

    /** What waits at a socket; empty where notices were lost. */
    private Optional<ByteBuffer> received(int from) throws PlatformException {
        try {
            int length = (int) C.recv(from, memory.address(), ROOM, 0);
            return Optional.of(memory.octets().slice(0, length).order(memory.octets().order()));
        } catch (LastErrorException e) {
            if (e.getErrorCode() == C.ENOBUFS || e.getErrorCode() == C.EINTR) {
                return Optional.empty();
            }
            throw Errors.of("recv AF_NETLINK", e);
        }
    }

    /** Judges one notice; empty where it says nothing new. */
    Optional<Notice> judge(ByteBuffer notice, Set<Integer> ours) {
        int body = NetlinkMessage.HEADER;
        int index = notice.getInt(body + 4);
        return switch (notice.getShort(4)) {
            case NEWLINK ->
                    ours.contains(index)
                            ? Optional.of(Notice.OURS)
                            : uplink(hasChanged(index, notice.getInt(body + 8)));
            case NEWADDR, DELADDR ->
                    Optional.of(ours.contains(index) ? Notice.OURS : Notice.UPLINK);
            case NEWROUTE, DELROUTE -> route(notice, ours);
            case NEWRULE, DELRULE, DELLINK -> Optional.of(Notice.OURS);
            default -> Optional.empty();
        };
    }

    private static Optional<Notice> uplink(boolean matters) {
        return matters ? Optional.of(Notice.UPLINK) : Optional.empty();
    }

    private boolean hasChanged(int index, int flags) {
        boolean runs = (flags & RUNNING) != 0;
        Boolean before = running.put(index, runs);
        return before == null ? runs : before != runs;
    }

    private static Optional<Notice> route(ByteBuffer notice, Set<Integer> ours) {
        int body = NetlinkMessage.HEADER;
        boolean cloned = (notice.getInt(body + 8) & CLONED) != 0;
        Optional<Integer> device =
                RouteNetlink.attribute(notice, body + 12, OUTPUT_DEVICE).map(RouteNetlink::number);
        int table = notice.get(body + 4) & 0xff;
        if (cloned) {
            return Optional.empty();
        }
        if (table != RouteNetlink.MAIN || device.filter(ours::contains).isPresent()) {
            return Optional.of(Notice.OURS);
        }
        return uplink(device.isPresent());
    }

    @Override
    public void close() {
        if (firewall != NONE) {
            C.close(firewall);
        }
        C.close(fd);
    }
}
