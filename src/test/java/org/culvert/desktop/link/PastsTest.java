package org.culvert.desktop.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.culvert.perf.TrafficSample;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class PastsTest {
    private final Pasts pasts = new Pasts();

    @Test
    void samplesWaitForThePastOfTheirConnection() {
        assertTrue(pasts.begins("c1"));
        assertTrue(pasts.holds("c1", sample(100)));
        assertTrue(pasts.holds("c1", sample(200)));

        var told = new ArrayList<TrafficSample>();
        pasts.release("c1", told::add);

        assertEquals(List.of(sample(100), sample(200)), told);
        assertFalse(pasts.holds("c1", sample(300)));
    }

    @Test
    void aConnectionBeginsOnce() {
        assertTrue(pasts.begins("c1"));
        assertFalse(pasts.begins("c1"));
    }

    private static TrafficSample sample(long at) {
        return new TrafficSample(at, 100, 1, 1, 10, 10, -1);
    }
}
