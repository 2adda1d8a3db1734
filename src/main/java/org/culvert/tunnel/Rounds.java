package org.culvert.tunnel;

/**
 * When the machine's network is read back: every {@value #REGULAR_SECONDS} s, and soon after
 * somebody touched something such as ours; what is touched together is looked at once (security
 * R109). Times are those of one clock. One thread only.
 */
final class Rounds {
    /** Seconds from one look to the next where nothing happens. */
    static final long REGULAR_SECONDS = 15;

    private static final long REGULAR_NANOS = REGULAR_SECONDS * 1_000_000_000L;
    private static final long SOON_NANOS = 500_000_000L;

    private long dueNanos = Long.MAX_VALUE;

    /** Something was touched. */
    void touched(long nowNanos) {
        dueNanos = Math.min(dueNanos, nowNanos + SOON_NANOS);
    }

    /** Whether to look now; the next regular look counts from here. */
    boolean begin(long nowNanos) {
        boolean first = dueNanos == Long.MAX_VALUE;
        boolean due = !first && dueNanos <= nowNanos;
        if (first || due) {
            dueNanos = nowNanos + REGULAR_NANOS;
        }
        return due;
    }
}
