package org.culvert.desktop.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.culvert.desktop.Sample;
import org.culvert.desktop.look.Look;
import org.culvert.perf.TrafficSample;
import org.junit.jupiter.api.Test;

import java.util.Locale;
import java.util.Optional;

class LastSessionTest {
    private final Look look = Sample.look(Locale.ENGLISH);

    @Test
    void aBriefSessionHasItsSeconds() {
        assertEquals("today 14:31:52 – 14:32:22", session(30).times(look));
    }

    @Test
    void aLongOneHasItsMinutes() {
        assertEquals("today 14:22 – 14:32", session(600).times(look));
        assertEquals("today, 10 min, 6.00 kB", session(600).line(look));
    }

    @Test
    void withoutTrafficThereWasNone() {
        assertEquals(Optional.empty(), LastSession.of(new Track()));
    }

    private static LastSession session(int seconds) {
        var track = new Track();
        long end = Sample.NOW.toEpochMilli();
        for (int second = seconds; second > 0; second--) {
            long at = end - (second - 1) * 1000L;
            track.history().add(new TrafficSample(at, 1000, 5, 5, 5, 5, -1));
        }
        return LastSession.of(track).orElseThrow();
    }
}
