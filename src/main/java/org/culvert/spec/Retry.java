package org.culvert.spec;

/**
 * How often servers are tried. Times are seconds; 0: not named.
 *
 * @param freshHost each lookup asks for a name that no cache knows ({@code remote-random-hostname})
 * @param pause first pause after all servers have failed
 * @param longestPause it doubles up to this
 * @param rounds how often all servers are tried; a first connect tries them once, a tunnel that was
 *     up without end
 * @param resolving a name that is not found is asked for again for so long
 */
public record Retry(boolean freshHost, int pause, int longestPause, int rounds, int resolving) {
    /** As the design says. */
    public static final Retry DEFAULT = new Retry(false, 0, 0, 0, 0);

    /** Refuses negative times. */
    public Retry {
        if (Math.min(pause, longestPause) < 0 || Math.min(rounds, resolving) < 0) {
            throw new IllegalArgumentException("negative timer");
        }
    }
}
