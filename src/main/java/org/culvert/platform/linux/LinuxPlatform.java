package org.culvert.platform.linux;

import com.sun.jna.LastErrorException;

import org.culvert.net.Endpoint;
import org.culvert.net.Transport;
import org.culvert.platform.Clock;
import org.culvert.platform.Dial;
import org.culvert.platform.Entrance;
import org.culvert.platform.Link;
import org.culvert.platform.Links;
import org.culvert.platform.PlatformException;
import org.culvert.platform.TunDevice;
import org.culvert.platform.Waiter;

/** Linux: what a tunnel needs from the operating system. */
public final class LinuxPlatform implements Links, Clock, Entrance.Builder {
    private final ThreadLocal<Memory> timespec = ThreadLocal.withInitial(() -> Memory.of(16));

    @Override
    public Link open(Dial dial) throws PlatformException {
        return switch (dial.transport()) {
            case UDP -> dial.floating() ? LinuxFloatingLink.open(dial) : LinuxUdpLink.open(dial);
            case TCP -> LinuxTcpLink.open(dial);
        };
    }

    @Override
    public Entrance listen(Endpoint local, Transport transport) throws PlatformException {
        return switch (transport) {
            case UDP -> LinuxUdpEntrance.open(local);
            case TCP -> LinuxTcpEntrance.open(local);
        };
    }

    @Override
    public TunDevice openTun() throws PlatformException {
        return LinuxTun.open();
    }

    @Override
    public Waiter waiterOn(int descriptor) throws PlatformException {
        return LinuxWaiter.on(descriptor);
    }

    /** CLOCK_BOOTTIME: goes on in suspend, which Java's own clock does not. */
    @Override
    public long nanos() {
        Memory time = timespec.get();
        C.clock_gettime(C.CLOCK_BOOTTIME, time.address());
        return time.octets().getLong(0) * 1_000_000_000L + time.octets().getLong(8);
    }

    /**
     * Makes this process's memory unreadable to others of its account, and core files impossible.
     */
    public static void protectMemory() throws PlatformException {
        try {
            C.prctl(C.PR_SET_DUMPABLE, 0, 0, 0, 0);
        } catch (LastErrorException e) {
            throw Errors.of("prctl PR_SET_DUMPABLE", e);
        }
    }
}
