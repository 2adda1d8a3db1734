package org.culvert.desktop.traffic;

import org.culvert.perf.TrafficSample;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The traffic of one connection: five minutes at the helper's pace, one hour in seconds. Totals and
 * peaks are over everything it was given. Owned by one thread.
 */
public final class History {
    /** Samples whose ends do not meet within this have a gap between them; clocks are stepped. */
    static final int SLACK_MILLIS = 20;

    private static final int FINE_MILLIS = 5 * 60_000;
    private static final int COARSE_MILLIS = 60 * 60_000;
    private static final int SECOND = 1000;

    private final Deque<Slice> fine = new ArrayDeque<>();
    private final Deque<Slice> coarse = new ArrayDeque<>();
    private Optional<Slice> open = Optional.empty();
    private long newest;
    private long down;
    private long up;
    private double peakDown;
    private double peakUp;

    /** An empty history. */
    public History() {
        this(0, 0);
    }

    /** An empty history of a connection whose highest rates are known. */
    History(double peakDown, double peakUp) {
        this.peakDown = peakDown;
        this.peakUp = peakUp;
    }

    /** Takes the next sample; one that is not later than the last is dropped. */
    public void add(TrafficSample sample) {
        if (sample.atMillis() <= newest) {
            return;
        }
        Slice slice = follow(Slice.of(sample));
        newest = slice.end();
        fine.addLast(slice);
        trim(fine, slice.end() - FINE_MILLIS);
        count(slice);
        gather(slice);
    }

    /** Takes a second of the past, before any sample is added. */
    public void addPast(TrafficSample second) {
        if (fine.isEmpty() && second.atMillis() > newest) {
            Slice slice = follow(Slice.of(second));
            newest = slice.end();
            coarse.addLast(slice);
            trim(coarse, slice.end() - COARSE_MILLIS);
            count(slice);
        }
    }

    /** Lets a slice begin exactly where the last one ended, where it nearly does. */
    private Slice follow(Slice slice) {
        long apart = slice.start() - newest;
        if (apart == 0 || Math.abs(apart) > SLACK_MILLIS) {
            return slice;
        }
        return new Slice(
                slice.end(),
                (int) (slice.end() - newest),
                slice.down(),
                slice.up(),
                slice.peakDown(),
                slice.peakUp(),
                slice.trip());
    }

    private void count(Slice slice) {
        down += slice.down();
        up += slice.up();
        peakDown = Math.max(peakDown, slice.peakDown());
        peakUp = Math.max(peakUp, slice.peakUp());
    }

    private void gather(Slice slice) {
        Slice whole = slice;
        if (open.isPresent()) {
            if (open.get().end() == slice.start()) {
                whole = open.get().join(slice);
            } else {
                keep(open.get());
            }
        }
        if (whole.span() >= SECOND) {
            keep(whole);
            open = Optional.empty();
        } else {
            open = Optional.of(whole);
        }
    }

    private void keep(Slice second) {
        coarse.addLast(second);
        trim(coarse, second.end() - COARSE_MILLIS);
    }

    private static void trim(Deque<Slice> slices, long oldest) {
        while (!slices.isEmpty() && slices.getFirst().end() < oldest) {
            slices.removeFirst();
        }
    }

    /** Slices that end after {@code from}: fine ones where they reach back as far as any. */
    public List<Slice> since(long from) {
        boolean fineReaches = fineReaches(from);
        var found = new ArrayList<Slice>();
        for (Slice slice : fineReaches ? fine : coarse) {
            if (slice.end() > from) {
                found.add(slice);
            }
        }
        if (!fineReaches) {
            open.ifPresent(found::add);
        }
        return found;
    }

    private boolean fineReaches(long from) {
        if (fine.isEmpty() || coarse.isEmpty()) {
            return coarse.isEmpty();
        }
        long begins = fine.getFirst().start() - SECOND;
        return from >= begins || coarse.getFirst().start() >= begins;
    }

    /** The mean of the last {@code millis} before the newest sample; empty without any. */
    public Optional<Slice> recent(int millis) {
        Optional<Slice> sum = Optional.empty();
        var newestFirst = fine.descendingIterator();
        while (newestFirst.hasNext()) {
            Slice slice = newestFirst.next();
            boolean enough = sum.isPresent() && sum.get().span() >= millis;
            if (enough || (sum.isPresent() && slice.end() != sum.get().start())) {
                break;
            }
            sum = Optional.of(sum.map(slice::join).orElse(slice));
        }
        return sum;
    }

    /** When the newest sample was taken, 0 without any. */
    public long newest() {
        return newest;
    }

    /** Octets received over all samples. */
    public long totalDown() {
        return down;
    }

    /** Octets sent over all samples. */
    public long totalUp() {
        return up;
    }

    /** The highest rate received, octets a second. */
    public double peakDown() {
        return peakDown;
    }

    /** The highest rate sent, octets a second. */
    public double peakUp() {
        return peakUp;
    }
}
