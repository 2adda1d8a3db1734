package org.culvert.desktop.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.culvert.perf.TrafficSample;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class PictureTest {
    private static Picture picture(double downStep, double upTop) {
        return new Picture(new Columns(0, 1, List.of()), downStep, upTop, upTop, 50, List.of());
    }

    @Test
    void bothEndsShareAUnitWhereTheyCan() {
        assertEquals("120 / 10 Mbit/s", picture(40e6, 10e6).tops());
        assertEquals("1.2 / 1 Mbit/s", picture(0.4e6, 1e6).tops());
    }

    @Test
    void eachEndHasItsOwnUnitWhereTheyCannot() {
        assertEquals("120 Mbit/s / 100 kbit/s", picture(40e6, 100e3).tops());
    }

    @Test
    void aSessionThatIsOverIsShownAsAWhole() {
        var track = new Track();
        for (int second = 1; second <= 900; second++) {
            track.history()
                    .addPast(new TrafficSample(second * 1000L, 1000, 5000, 50, 5000, 50, 20));
        }
        var model = new GraphModel();
        model.track().set(Optional.of(track));
        assertEquals(940_000, model.picture(1_000_000, 60).columns().from());

        model.over().set(true);
        assertEquals(0, model.picture(1_000_000, 60).columns().from());
        assertEquals(900_000, model.picture(1_000_000, 60).columns().to());
    }
}
