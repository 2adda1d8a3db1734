package org.culvert.protocol.wire;

/**
 * The replay id of what we send: a counter from 1 and the time of the first send (protocol 3.2).
 */
final class ReplayCounter {
    /** Octets on the wire: counter and time. */
    static final int LENGTH = 8;

    private int counter;
    private int time;

    /** The next id: counter in the upper half, time in the lower. */
    long next(int unixSeconds) {
        if (counter == 0 || counter == -1) {
            time = unixSeconds;
            counter = 0;
        }
        counter++;
        return (long) counter << 32 | Integer.toUnsignedLong(time);
    }
}
