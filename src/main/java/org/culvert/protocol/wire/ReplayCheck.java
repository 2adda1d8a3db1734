package org.culvert.protocol.wire;

/**
 * Memory of the replay ids that came, ordered by time, then counter: a newer time starts anew, an
 * older one is refused, an equal one meets a window of 64 (protocol 3.2; C: {@code
 * packet_id_test}).
 */
final class ReplayCheck {
    private static final int WINDOW = 64;
    private static final long BACKTRACK_NANOS = 15_000_000_000L;

    private long time = -1;
    private long highest;
    private long seen;
    private long highestAtNanos;

    /** Whether {@code id} is new; if so it is remembered. Call it after the key's check only. */
    boolean accept(long id, long nowNanos) {
        long counter = id >>> 32;
        long itsTime = id & 0xffff_ffffL;
        if (counter == 0 || itsTime < time) {
            return false;
        }
        if (itsTime > time) {
            time = itsTime;
            highest = 0;
            seen = 0;
        }
        if (counter > highest) {
            long ahead = counter - highest;
            seen = ahead >= WINDOW ? 1 : seen << ahead | 1;
            highest = counter;
            highestAtNanos = nowNanos;
            return true;
        }
        return fresh(highest - counter, nowNanos);
    }

    private boolean fresh(long behind, long nowNanos) {
        if (behind >= WINDOW || nowNanos - highestAtNanos > BACKTRACK_NANOS) {
            return false;
        }
        long bit = 1L << behind;
        boolean fresh = (seen & bit) == 0;
        seen |= bit;
        return fresh;
    }
}
