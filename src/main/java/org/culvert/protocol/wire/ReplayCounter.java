package org.culvert.protocol.wire;

/**
 * The replay id of what we send: a counter from 1 and the time of the first send, which only moves
 * on when the counter is used up (protocol 3.2).
 */
final class ReplayCounter {
    /** Octets on the wire: counter and time. */
    static final int LENGTH = 8;

    private static final int LAST = -1;
    private static final int EARLY_NEGOTIATION = 0x0f00_0000;

    private int counter;
    private int time;

    /** Starts at 1. */
    ReplayCounter() {
        this(0, 0);
    }

    /** Starts where a client says that it can send its wrapped key again (protocol 2.6). */
    static ReplayCounter early() {
        return new ReplayCounter(EARLY_NEGOTIATION, 0);
    }

    /** As if {@code counter} and {@code time} had been sent last. */
    ReplayCounter(int counter, int time) {
        this.counter = counter;
        this.time = time;
    }

    /** The next id: counter in the upper half, time in the lower. */
    long next(int unixSeconds) {
        if (counter == LAST) {
            time = Math.max(time + 1, unixSeconds);
            counter = 0;
        } else if (time == 0) {
            time = unixSeconds;
        }
        counter++;
        return (long) counter << 32 | Integer.toUnsignedLong(time);
    }
}
