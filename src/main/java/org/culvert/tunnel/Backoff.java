package org.culvert.tunnel;

import org.culvert.spec.Retry;

/** How long a tunnel waits before it tries again, and how often it does (design section 7). */
final class Backoff {
    private static final long SECOND = 1_000_000_000L;
    private static final int LONGEST_SECONDS = 60;
    private static final int LONGEST_EXPONENT = 6;

    private Backoff() {}

    /**
     * One second, two, four and so on to sixty, or what the profile names; a quarter more or less.
     *
     * @param failed attempts since the tunnel was last up
     * @param jitter from 0 to 1
     */
    static long nanos(int failed, double jitter, Retry retry) {
        long first = Math.max(1, retry.pause());
        long longest = retry.longestPause() == 0 ? LONGEST_SECONDS : retry.longestPause();
        long doubled = first << Math.min(failed, LONGEST_EXPONENT);
        long seconds = Math.min(doubled, Math.max(first, longest));
        return (long) (seconds * SECOND * (0.75 + jitter / 2));
    }

    /**
     * Whether all servers are tried once more.
     *
     * @param rounds that have failed in a row
     * @param everUp whether the tunnel was up before
     */
    static boolean isWorthIt(int rounds, boolean everUp, Retry retry) {
        return retry.rounds() == 0 ? everUp : rounds < retry.rounds();
    }
}
