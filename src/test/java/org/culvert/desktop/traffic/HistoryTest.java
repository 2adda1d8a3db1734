package org.culvert.desktop.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.culvert.perf.TrafficSample;
import org.junit.jupiter.api.Test;

import java.util.List;

/** Every octet is in exactly one place, at the finest grain that reaches back far enough. */
class HistoryTest {
    private static final long BEGIN = 1_000_000;

    private final History history = new History();

    @Test
    void aYoungSessionIsShownInTenthsAlsoInAWindowThatIsLonger() {
        tenths(BEGIN, 50);

        List<Slice> slices = history.since(BEGIN - 60_000);

        assertEquals(50, slices.size());
        assertEquals(history.totalDown(), slices.stream().mapToLong(Slice::down).sum());
    }

    @Test
    void anOlderPastIsShownInSecondsAndLosesNoOctet() {
        for (int second = 1; second <= 600; second++) {
            history.addPast(sample(BEGIN + second * 1000L, 1000, 10));
        }
        tenths(BEGIN + 600_000, 15);

        List<Slice> slices = history.since(BEGIN);

        assertEquals(602, slices.size());
        assertEquals(history.totalDown(), slices.stream().mapToLong(Slice::down).sum());
    }

    @Test
    void tenthsAreKeptForFiveMinutesAndSecondsBeyond() {
        tenths(BEGIN, 4000);

        assertEquals(600, history.since(BEGIN + 340_000).size());
        assertTrue(history.since(BEGIN).stream().allMatch(slice -> slice.span() >= 1000));
    }

    @Test
    void aSampleThatIsNotLaterIsDropped() {
        tenths(BEGIN, 2);
        history.add(sample(BEGIN + 100, 100, 7));

        assertEquals(2, history.since(0).size());
        assertEquals(2, history.totalDown());
    }

    @Test
    void aPauseOfTheSamplesIsAGap() {
        tenths(BEGIN, 1);
        tenths(BEGIN + 5000, 1);

        List<Slice> slices = history.since(0);

        assertEquals(BEGIN + 100, slices.getFirst().end());
        assertEquals(BEGIN + 5000, slices.getLast().start());
    }

    private void tenths(long from, int count) {
        for (int tenth = 1; tenth <= count; tenth++) {
            history.add(sample(from + tenth * 100L, 100, 1));
        }
    }

    private static TrafficSample sample(long atMillis, int span, long octets) {
        return new TrafficSample(atMillis, span, octets, octets, octets, octets, -1);
    }
}
