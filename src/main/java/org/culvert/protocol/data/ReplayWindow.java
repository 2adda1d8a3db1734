package org.culvert.protocol.data;

/**
 * Which packet ids of one key came already: a sliding window over the highest (protocol 6.7; C:
 * {@code packet_id.c}). Larger than OpenVPN's 64, so that batches may come out of order. One thread
 * only; makes no garbage.
 */
final class ReplayWindow {
    /** How far behind the highest an id may be. */
    static final int SIZE = 2048;

    private final long[] seen = new long[SIZE / Long.SIZE];
    private long highest;

    /** Whether {@code id} (unsigned, never 0) is new; if so it is remembered. */
    boolean accept(long id) {
        if (id == 0) {
            return false;
        }
        if (id > highest) {
            advance(id);
            return true;
        }
        if (highest - id >= SIZE) {
            return false;
        }
        int word = word(id);
        long bit = 1L << id;
        boolean fresh = (seen[word] & bit) == 0;
        seen[word] |= bit;
        return fresh;
    }

    private void advance(long id) {
        if (id - highest >= SIZE) {
            java.util.Arrays.fill(seen, 0);
        } else {
            for (long skipped = highest + 1; skipped < id; skipped++) {
                seen[word(skipped)] &= ~(1L << skipped);
            }
        }
        highest = id;
        seen[word(id)] |= 1L << id;
    }

    private static int word(long id) {
        return (int) (id >>> 6) & (SIZE / Long.SIZE - 1);
    }
}
