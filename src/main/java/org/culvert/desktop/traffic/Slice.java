package org.culvert.desktop.traffic;

import org.culvert.perf.TrafficSample;

/**
 * Traffic of a stretch of time: exact sums, and the highest rate seen inside.
 *
 * @param end milliseconds since 1970
 * @param span length in milliseconds, at least 1
 * @param down octets received
 * @param up octets sent
 * @param peakDown highest rate inside, octets a second
 * @param peakUp highest rate inside, octets a second
 * @param trip last round trip inside in milliseconds, {@link #NO_TRIP} without one
 */
public record Slice(
        long end, int span, long down, long up, double peakDown, double peakUp, int trip) {
    /** No round trip is known. */
    public static final int NO_TRIP = -1;

    /** A sample of the helper as a slice; an empty span counts as one millisecond. */
    public static Slice of(TrafficSample sample) {
        int span = Math.max(1, sample.spanMillis());
        return new Slice(
                sample.atMillis(),
                span,
                sample.bytesIn(),
                sample.bytesOut(),
                Math.max((double) sample.peakIn(), sample.rateIn()),
                Math.max((double) sample.peakOut(), sample.rateOut()),
                Math.max(NO_TRIP, sample.rttMillis()));
    }

    /** When it began. */
    public long start() {
        return end - span;
    }

    /** Mean rate received, octets a second. */
    public double meanDown() {
        return (double) down * 1000 / span;
    }

    /** Mean rate sent, octets a second. */
    public double meanUp() {
        return (double) up * 1000 / span;
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
                next.trip == NO_TRIP ? trip : next.trip);
    }
}
