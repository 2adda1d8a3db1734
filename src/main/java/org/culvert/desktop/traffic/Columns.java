package org.culvert.desktop.traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Slices gathered so that no column of pixels holds more than one: runs without gaps, each a list
 * of slices in order of time. Pure.
 *
 * @param from the time at the left edge, milliseconds since 1970
 * @param to the time at the right edge
 * @param runs each is drawn as one line
 */
record Columns(long from, long to, List<List<Slice>> runs) {
    /** Copies its lists. */
    Columns {
        runs = runs.stream().map(List::copyOf).toList();
    }

    /** The columns of {@code window} that end now, {@code pixels} wide. */
    static Columns of(History history, Window window, long now, double pixels) {
        double pixelMillis = window.millis() / Math.max(1, pixels);
        long bucket = bucket(pixelMillis);
        long to = now / bucket * bucket;
        return of(history.since(to - window.millis() - bucket), to - window.millis(), to, bucket);
    }

    /** The columns of any stretch of time. */
    static Columns of(List<Slice> slices, long from, long to, long bucket) {
        var runs = new ArrayList<List<Slice>>();
        List<Slice> run = new ArrayList<>();
        Slice gathered = null;
        for (Slice slice : slices) {
            if (gathered == null) {
                gathered = slice;
            } else if (slice.start() != gathered.end()) {
                run.add(gathered);
                runs.add(run);
                run = new ArrayList<>();
                gathered = slice;
            } else if ((slice.end() - 1) / bucket == (gathered.end() - 1) / bucket) {
                gathered = gathered.join(slice);
            } else {
                run.add(gathered);
                gathered = slice;
            }
        }
        if (gathered != null) {
            run.add(gathered);
            runs.add(run);
        }
        return new Columns(from, to, runs);
    }

    /**
     * Buckets are whole multiples of a sample, on fixed times, so that the line does not shimmer.
     */
    static long bucket(double pixelMillis) {
        long sample = pixelMillis < 900 ? 100 : 1000;
        return Math.max(1, Math.round(pixelMillis / sample)) * sample;
    }

    /** The slice under {@code time}, or the nearest one within {@code reach} milliseconds. */
    Optional<Slice> at(long time, long reach) {
        Slice best = null;
        long least = reach + 1;
        for (List<Slice> run : runs) {
            for (Slice slice : run) {
                long distance = Math.abs(slice.end() - time);
                if (distance < least && slice.end() <= to && slice.end() >= from) {
                    least = distance;
                    best = slice;
                }
            }
        }
        return Optional.ofNullable(best);
    }
}
