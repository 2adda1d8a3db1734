package org.culvert.desktop.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.culvert.ipc.Response;
import org.culvert.perf.TrafficSample;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class PastsTest {
    private final Pasts pasts = new Pasts();

    @Test
    void samplesWaitForThePastOfTheirConnection() {
        assertTrue(pasts.begins("c1"));
        assertTrue(pasts.holds(tenth(100)));
        assertTrue(pasts.holds(tenth(200)));

        var told = new ArrayList<Response.TrafficNotice>();
        pasts.release("c1", told::add);

        assertEquals(List.of(tenth(100), tenth(200)), told);
        assertFalse(pasts.holds(tenth(300)));
    }

    @Test
    void aConnectionBeginsOnce() {
        assertTrue(pasts.begins("c1"));
        assertFalse(pasts.begins("c1"));
    }

    private static Response.TrafficNotice tenth(long at) {
        var sample = new TrafficSample(at, 100, 1, 1, 10, 10, -1);
        return new Response.TrafficNotice(at, "c1", sample, at, at);
    }
}
