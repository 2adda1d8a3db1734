package org.culvert.platform.linux;

import com.sun.jna.LastErrorException;

import org.culvert.platform.Arrival;
import org.culvert.platform.Entrance;
import org.culvert.platform.PlatformException;
import org.culvert.platform.Waiter;

import java.util.Optional;

/** Waits at a socket until somebody knocks. */
abstract class LinuxEntrance implements Entrance {
    private static final long IDLE_NANOS = 60_000_000_000L;
    private static final int LONGEST_ADDRESS = 28;
    private static final int ECONNABORTED = 103;

    private final int fd;
    private final LinuxWaiter waiter;
    private final Memory from = Memory.of(LONGEST_ADDRESS);
    private final Memory length = Memory.of(4);
    private volatile boolean open = true;

    LinuxEntrance(int fd) throws PlatformException {
        this.fd = fd;
        this.waiter = LinuxWaiter.on(fd);
    }

    /**
     * Who is there, if he can be answered; {@code from} is filled with his address. Never waits:
     * EAGAIN.
     */
    abstract Optional<Arrival> take(int socket, Memory address, Memory addressLength)
            throws LastErrorException;

    @Override
    public final Optional<Arrival> await() throws PlatformException {
        while (open) {
            try {
                length.octets().putInt(0, LONGEST_ADDRESS);
                Optional<Arrival> who = take(fd, from, length);
                if (who.isPresent()) {
                    return who;
                }
            } catch (LastErrorException e) {
                passOver(e);
                waiter.await(Waiter.READABLE, IDLE_NANOS);
            }
        }
        C.close(fd);
        waiter.close();
        return Optional.empty();
    }

    /** Nobody there, gone again, or an error of an earlier datagram: the next one may be good. */
    private static void passOver(LastErrorException e) throws PlatformException {
        switch (e.getErrorCode()) {
            case C.EAGAIN, C.EINTR, C.ECONNREFUSED, ECONNABORTED -> {}
            default -> throw Errors.of("accept", e);
        }
    }

    @Override
    public final void close() {
        open = false;
        waiter.wake();
    }
}
