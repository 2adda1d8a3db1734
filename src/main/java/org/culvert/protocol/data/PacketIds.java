package org.culvert.protocol.data;

/** The packet ids of one key: 1, 2, 3, and never one twice (protocol 6.1, security R80). */
final class PacketIds {
    private static final int LAST = -1;
    private static final int WORN = 0xff00_0000;

    private int last;

    /** As if {@code last} packets had been sent. */
    PacketIds(int last) {
        this.last = last;
    }

    /** Whether there is no further one. */
    boolean exhausted() {
        return last == LAST;
    }

    /** The next one; only while not exhausted. */
    int next() {
        return ++last;
    }

    /** Whether new keys are due. */
    boolean worn() {
        return Integer.compareUnsigned(last, WORN) >= 0;
    }

    /** No further one from now on. */
    void close() {
        last = LAST;
    }
}
