package org.culvert.desktop.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.culvert.desktop.Sample;
import org.culvert.ipc.Connection;
import org.culvert.ipc.State;
import org.junit.jupiter.api.Test;

import java.util.Locale;
import java.util.Optional;

class TotalsTest {
    private final Connection told = Sample.connection("Office", State.ON, 7, null);

    @Test
    void theNewestSampleKnowsMoreThanTheLastStatus() {
        var track = new Track();
        track.totals(new Totals(2_000_000_000, 120_000_000));

        assertEquals(new Totals(2_000_000_000, 120_000_000), Totals.of(told, Optional.of(track)));
        var numbers = LiveNumbers.of(told, Optional.of(track), Sample.look(Locale.ENGLISH));
        assertEquals("2.12 GB", numbers.total().toString());
        assertEquals("↓ 2.00  ↑ 0.12", numbers.split());
    }

    @Test
    void beforeTheFirstSampleTheStatusHolds() {
        var status = new Totals(1_830_000_000, 110_000_000);

        assertEquals(status, Totals.of(told, Optional.empty()));
        assertEquals(status, Totals.of(told, Optional.of(new Track())));
    }
}
