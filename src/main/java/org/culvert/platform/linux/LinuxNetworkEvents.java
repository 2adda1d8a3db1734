package org.culvert.platform.linux;

import com.sun.jna.LastErrorException;

import org.culvert.platform.NetworkEvents;
import org.culvert.platform.PlatformException;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The kernel's notices about links, addresses and routes, by rtnetlink's multicast groups. */
public final class LinuxNetworkEvents implements NetworkEvents {
    private static final int GROUPS = 0x1 | 0x10 | 0x40 | 0x100 | 0x400;
    private static final int NEWLINK = 16;
    private static final int NEWADDR = 20;
    private static final int DELADDR = 21;
    private static final int NEWROUTE = 24;
    private static final int DELROUTE = 25;
    private static final int RUNNING = 0x40;
    private static final int CLONED = 0x200;
    private static final int OUTPUT_DEVICE = 4;
    private static final int ROOM = 64 * 1024;

    private final int fd;
    private final Memory memory = Memory.of(ROOM);
    private final Map<Integer, Boolean> running = new HashMap<>();

    private LinuxNetworkEvents(int fd) {
        this.fd = fd;
    }

    /** Hears from now on. */
    public static LinuxNetworkEvents open() throws PlatformException {
        try {
            int fd = C.socket(C.AF_NETLINK, C.SOCK_RAW | C.SOCK_CLOEXEC, C.NETLINK_ROUTE);
            Memory address = Memory.of(12);
            address.octets().putShort(0, (short) C.AF_NETLINK).putInt(8, GROUPS);
            C.bind(fd, address.address(), 12);
            return new LinuxNetworkEvents(fd);
        } catch (LastErrorException e) {
            throw Errors.of("bind AF_NETLINK", e);
        }
    }

    @Override
    public void await() throws PlatformException {
        while (!receive()) {
            // notices about our own devices, or that say nothing new
        }
    }

    /** Whether one of the notices that come together matters; lost ones may have. */
    private boolean receive() throws PlatformException {
        int length;
        try {
            length = (int) C.recv(fd, memory.address(), ROOM, 0);
        } catch (LastErrorException e) {
            if (e.getErrorCode() == C.ENOBUFS) {
                return true;
            }
            if (e.getErrorCode() == C.EINTR) {
                return false;
            }
            throw Errors.of("recv AF_NETLINK", e);
        }
        boolean matters = false;
        Set<Integer> ours = Interfaces.ours();
        ByteBuffer all = memory.octets().slice(0, length).order(memory.octets().order());
        for (ByteBuffer notice : Netlink.messages(all)) {
            matters |= matters(notice, ours);
        }
        return matters;
    }

    /** Judges one notice. */
    boolean matters(ByteBuffer notice, Set<Integer> ours) {
        int body = NetlinkMessage.HEADER;
        int index = notice.getInt(body + 4);
        return switch (notice.getShort(4)) {
            case NEWLINK -> !ours.contains(index) && hasChanged(index, notice.getInt(body + 8));
            case NEWADDR, DELADDR -> !ours.contains(index);
            case NEWROUTE, DELROUTE -> isUplinkRoute(notice, ours);
            default -> false;
        };
    }

    private boolean hasChanged(int index, int flags) {
        boolean runs = (flags & RUNNING) != 0;
        Boolean before = running.put(index, runs);
        return before == null ? runs : before != runs;
    }

    private static boolean isUplinkRoute(ByteBuffer notice, Set<Integer> ours) {
        int body = NetlinkMessage.HEADER;
        int table = notice.get(body + 4) & 0xff;
        boolean cloned = (notice.getInt(body + 8) & CLONED) != 0;
        Optional<byte[]> device = RouteNetlink.attribute(notice, body + 12, OUTPUT_DEVICE);
        return table == RouteNetlink.MAIN
                && !cloned
                && device.isPresent()
                && !ours.contains(RouteNetlink.number(device.get()));
    }

    @Override
    public void close() {
        C.close(fd);
    }
}
