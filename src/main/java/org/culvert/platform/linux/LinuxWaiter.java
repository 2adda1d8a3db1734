package org.culvert.platform.linux;

import com.sun.jna.LastErrorException;

import org.culvert.platform.PlatformException;
import org.culvert.platform.Waiter;

/** {@code poll} on a descriptor and an eventfd. */
final class LinuxWaiter implements Waiter {
    private final int fd;
    private final int event;
    private final Poll poll = new Poll(2);
    private final Memory one = Memory.of(8);
    private final Memory drained = Memory.of(8);

    private LinuxWaiter(int fd, int event) {
        this.fd = fd;
        this.event = event;
        one.octets().putLong(0, 1);
    }

    /** Waits on {@code fd}; -1 waits for wake-ups and time only. */
    static LinuxWaiter on(int fd) throws PlatformException {
        try {
            return new LinuxWaiter(fd, C.eventfd(0, C.EFD_NONBLOCK | C.EFD_CLOEXEC));
        } catch (LastErrorException e) {
            throw Errors.of("eventfd", e);
        }
    }

    @Override
    public int await(int interest, long nanos) throws PlatformException {
        int events =
                ((interest & READABLE) != 0 ? C.POLLIN : 0)
                        | ((interest & WRITABLE) != 0 ? C.POLLOUT : 0);
        poll.set(0, fd, events);
        poll.set(1, event, C.POLLIN);
        long millis = Math.min((nanos + 999_999) / 1_000_000, Integer.MAX_VALUE);
        if (poll.await((int) Math.max(0, millis)) <= 0) {
            return 0;
        }
        int bits = 0;
        if ((poll.returned(0) & (C.POLLIN | C.POLLERR | C.POLLHUP)) != 0) {
            bits |= READABLE;
        }
        if ((poll.returned(0) & C.POLLOUT) != 0) {
            bits |= WRITABLE;
        }
        if (poll.returned(1) != 0) {
            bits |= WOKEN;
            drain();
        }
        return bits;
    }

    private void drain() {
        try {
            C.read(event, drained.address(), 8);
        } catch (LastErrorException _) {
            // another wake-up has taken it
        }
    }

    @Override
    public void wake() {
        try {
            C.write(event, one.address(), 8);
        } catch (LastErrorException _) {
            // the counter is full: it is awake
        }
    }

    @Override
    public void close() {
        C.close(event);
    }
}
