package org.culvert.perf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Random;

class HistoryTest {
    private final History history = new History();

    private static TrafficSample sample(long atMillis, long in, long out) {
        return new TrafficSample(atMillis, 100, in, out, in * 10, out * 10, 20);
    }

    @Test
    void tenFineSamplesAreOneCoarseOneWithTheSameSums() {
        for (int i = 1; i <= 10; i++) {
            history.add(sample(i * 100L, i, 2L * i));
        }

        assertEquals(10, history.fine().size());
        assertEquals(
                List.of(new TrafficSample(1000, 1000, 55, 110, 100, 200, 20)), history.coarse());
    }

    @Test
    void bothRingsHoldTheSumsOfTheCounters() {
        var random = new Random(3);
        long in = 0;
        for (int i = 0; i < 3000; i++) {
            long octets = random.nextInt(100_000);
            in += octets;
            history.add(sample(i * 100L, octets, 0));
        }

        assertEquals(in, history.fine().stream().mapToLong(TrafficSample::bytesIn).sum());
        assertEquals(in, history.coarse().stream().mapToLong(TrafficSample::bytesIn).sum());
    }

    @Test
    void theRingsAreFiveMinutesAndOneHour() {
        for (int i = 0; i < 36_100; i++) {
            history.add(sample(i * 100L, 1, 1));
        }

        assertEquals(3000, history.fine().size());
        assertEquals(3600, history.coarse().size());
        assertEquals(3_609_900, history.fine().getLast().atMillis());
        assertEquals(3_609_900 - 2999 * 100, history.fine().getFirst().atMillis());
    }

    @Test
    void aPeakSurvivesMerging() {
        for (int i = 0; i < 10; i++) {
            history.add(sample(i * 100L, i == 4 ? 5000 : 0, 0));
        }

        assertEquals(50_000, history.coarse().getFirst().peakIn());
        assertEquals(5000, history.coarse().getFirst().rateIn());
    }

    @Test
    void aGapStaysAGap() {
        history.add(sample(100, 1, 1));
        history.add(sample(9100, 1, 1));

        assertEquals(
                List.of(100, 100), history.fine().stream().map(TrafficSample::spanMillis).toList());
    }
}
