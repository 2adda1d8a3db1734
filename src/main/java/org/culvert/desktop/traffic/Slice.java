package org.culvert.desktop.traffic;

import org.culvert.desktop.link.Sample;

/**
 * Traffic of a stretch of time: exact sums, and the highest rate seen inside.
 *
 * @param end milliseconds since 1970
 * @param span length in milliseconds, at least 1
 * @param down octets received
 * @param up octets sent
 * @param peakDown highest rate inside, octets a second
 * @param peakUp highest rate inside, octets a second
 * @param trip last round trip measured inside in milliseconds, or a constant of {@link Sample}
 */
public record Slice(
        long end, int span, long down, long up, double peakDown, double peakUp, int trip) {
    /** Traffic of {@code span} milliseconds at an even rate. */
    public static Slice even(long end, int span, long down, long up, int trip) {
        return new Slice(end, span, down, up, down * 1000.0 / span, up * 1000.0 / span, trip);
    }

    /** When it began. */
    public long start() {
        return end - span;
    }

    /** Mean rate received, octets a second. */
    public double meanDown() {
        return down * 1000.0 / span;
    }

    /** Mean rate sent, octets a second. */
    public double meanUp() {
        return up * 1000.0 / span;
    }

    /** This slice and the {@code next} one, which follows without a gap. */
    public Slice join(Slice next) {
        return new Slice(
                next.end,
                span + next.span,
                down + next.down,
                up + next.up,
                Math.max(peakDown, next.peakDown),
                Math.max(peakUp, next.peakUp),
                worse(trip, next.trip));
    }

    /** A loss is never hidden by an answer; else the later measurement holds. */
    private static int worse(int first, int second) {
        if (first == Sample.LOST || second == Sample.LOST) {
            return Sample.LOST;
        }
        return second == Sample.NO_TRIP ? first : second;
    }
}
