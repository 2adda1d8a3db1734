package org.culvert.tunnel;

/** How long a tunnel that was up waits before it tries again (design section 7). */
final class Backoff {
    private static final long SECOND = 1_000_000_000L;
    private static final long LONGEST_SECONDS = 60;
    private static final int LONGEST_EXPONENT = 6;

    private Backoff() {}

    /**
     * One second, two, four and so on to sixty, a quarter more or less.
     *
     * @param failed attempts since the tunnel was last up
     * @param jitter from 0 to 1
     */
    static long nanos(int failed, double jitter) {
        long seconds = Math.min(1L << Math.min(failed, LONGEST_EXPONENT), LONGEST_SECONDS);
        return (long) (seconds * SECOND * (0.75 + jitter / 2));
    }
}
