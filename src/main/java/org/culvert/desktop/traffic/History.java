package org.culvert.desktop.traffic;

import org.culvert.desktop.link.Sample;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The traffic of one connection: five minutes at the helper's pace, one hour in seconds. Pure;
 * owned by one thread.
 */
public final class History {
    /** Samples further apart than this have a gap between them: nothing is known of it. */
    static final int GAP_MILLIS = 2500;

    private static final int FINE_MILLIS = 5 * 60_000;
    private static final int COARSE_MILLIS = 60 * 60_000;
    private static final int SECOND = 1000;

    private final Deque<Slice> fine = new ArrayDeque<>();
    private final Deque<Slice> coarse = new ArrayDeque<>();
    private Optional<Sample> last = Optional.empty();
    private Optional<Slice> open = Optional.empty();
    private long down;
    private long up;
    private double peakDown;
    private double peakUp;

    /** Takes the next sample; one that is not later than the last is dropped. */
    public void add(Sample sample) {
        Optional<Sample> before = last;
        if (before.isPresent() && sample.millis() <= before.get().millis()) {
            return;
        }
        last = Optional.of(sample);
        if (before.isPresent() && follows(before.get(), sample)) {
            Sample from = before.get();
            int span = (int) (sample.millis() - from.millis());
            take(
                    Slice.even(
                            sample.millis(),
                            span,
                            sample.bytesIn() - from.bytesIn(),
                            sample.bytesOut() - from.bytesOut(),
                            sample.trip()));
        }
    }

    private static boolean follows(Sample from, Sample sample) {
        return sample.millis() - from.millis() <= GAP_MILLIS
                && sample.bytesIn() >= from.bytesIn()
                && sample.bytesOut() >= from.bytesOut();
    }

    private void take(Slice slice) {
        fine.addLast(slice);
        trim(fine, slice.end() - FINE_MILLIS);
        down += slice.down();
        up += slice.up();
        peakDown = Math.max(peakDown, slice.peakDown());
        peakUp = Math.max(peakUp, slice.peakUp());
        Slice whole =
                open.filter(o -> o.end() == slice.start()).map(o -> o.join(slice)).orElse(slice);
        if (open.isPresent() && open.get().end() != slice.start()) {
            close(open.get());
        }
        if (whole.span() >= SECOND) {
            close(whole);
            open = Optional.empty();
        } else {
            open = Optional.of(whole);
        }
    }

    private void close(Slice second) {
        coarse.addLast(second);
        trim(coarse, second.end() - COARSE_MILLIS);
    }

    private static void trim(Deque<Slice> slices, long oldest) {
        while (!slices.isEmpty() && slices.getFirst().end() < oldest) {
            slices.removeFirst();
        }
    }

    /** Slices that end after {@code from}: fine ones where they reach back that far. */
    public List<Slice> since(long from) {
        boolean fineReaches = from >= newest() - FINE_MILLIS;
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

    /** The mean of the last {@code millis} before the newest sample; empty without any. */
    public Optional<Slice> recent(int millis) {
        Optional<Slice> sum = Optional.empty();
        var newestFirst = fine.descendingIterator();
        while (newestFirst.hasNext()) {
            Slice slice = newestFirst.next();
            if (sum.isPresent()
                    && (sum.get().span() >= millis || slice.end() != sum.get().start())) {
                break;
            }
            sum = Optional.of(sum.map(slice::join).orElse(slice));
        }
        return sum;
    }

    /** When the newest sample was taken, 0 without any. */
    public long newest() {
        return last.map(Sample::millis).orElse(0L);
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

    /** Lost and sent probes among the slices of the last five minutes, at most 60 of them. */
    public Loss loss() {
        int lost = 0;
        int all = 0;
        var newestFirst = fine.descendingIterator();
        while (newestFirst.hasNext() && all < Loss.PROBES) {
            int trip = newestFirst.next().trip();
            all += trip == Sample.NO_TRIP ? 0 : 1;
            lost += trip == Sample.LOST ? 1 : 0;
        }
        return new Loss(lost, all);
    }

    /** Probes without an answer among all. */
    public record Loss(int lost, int all) {
        static final int PROBES = 60;

        /** 0..100. */
        public int percent() {
            return all == 0 ? 0 : (int) Math.round(100.0 * lost / all);
        }
    }
}
