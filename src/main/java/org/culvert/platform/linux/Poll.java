package org.culvert.platform.linux;

import com.sun.jna.LastErrorException;

import org.culvert.platform.PlatformException;

/** An array of {@code struct pollfd}. One thread only. */
final class Poll {
    private static final int ENTRY = 8;
    private static final int EVENTS = 4;
    private static final int RETURNED = 6;

    private final Memory entries;
    private final int count;

    Poll(int count) {
        this.entries = Memory.of(count * ENTRY);
        this.count = count;
    }

    void set(int i, int fd, int events) {
        entries.octets().putInt(i * ENTRY, fd);
        entries.octets().putShort(i * ENTRY + EVENTS, (short) events);
    }

    /** How many entries are ready within the time; -1 waits for ever. */
    int await(int timeoutMillis) throws PlatformException {
        try {
            return C.poll(entries.address(), count, timeoutMillis);
        } catch (LastErrorException e) {
            if (e.getErrorCode() == C.EINTR) {
                return 0;
            }
            throw Errors.of("poll", e);
        }
    }

    int returned(int i) {
        return entries.octets().getShort(i * ENTRY + RETURNED);
    }
}
