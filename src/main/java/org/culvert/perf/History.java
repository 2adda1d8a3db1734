package org.culvert.perf;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Traffic of a live tunnel: five minutes at ten samples a second and one hour at one. Sums are true
 * sums; a gap stays a gap. Safe for threads.
 */
public final class History {
    private static final int FINE = 5 * 60 * 10;
    private static final int COARSE = 60 * 60;
    private static final int FINE_IN_COARSE = 10;

    private final Deque<TrafficSample> fine = new ArrayDeque<>();
    private final Deque<TrafficSample> coarse = new ArrayDeque<>();
    private final List<TrafficSample> pending = new ArrayList<>();

    /** Takes a sample of a tenth of a second. */
    public synchronized void add(TrafficSample sample) {
        push(fine, FINE, sample);
        pending.add(sample);
        if (pending.size() == FINE_IN_COARSE) {
            push(coarse, COARSE, merge(pending));
            pending.clear();
        }
    }

    /** The last five minutes. */
    public synchronized List<TrafficSample> fine() {
        return List.copyOf(fine);
    }

    /** The last hour. */
    public synchronized List<TrafficSample> coarse() {
        return List.copyOf(coarse);
    }

    /** One sample out of several that follow each other: sums, and the highest peaks. */
    static TrafficSample merge(List<TrafficSample> samples) {
        TrafficSample last = samples.getLast();
        int span = 0;
        long in = 0;
        long out = 0;
        long peakIn = 0;
        long peakOut = 0;
        for (TrafficSample sample : samples) {
            span += sample.spanMillis();
            in += sample.bytesIn();
            out += sample.bytesOut();
            peakIn = Math.max(peakIn, sample.peakIn());
            peakOut = Math.max(peakOut, sample.peakOut());
        }
        return new TrafficSample(last.atMillis(), span, in, out, peakIn, peakOut, last.rttMillis());
    }

    private static void push(Deque<TrafficSample> ring, int most, TrafficSample sample) {
        if (ring.size() == most) {
            ring.removeFirst();
        }
        ring.addLast(sample);
    }
}
