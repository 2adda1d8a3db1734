package org.culvert.tunnel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.Optional;

class ProbeTest {
    private static final long SECOND = 1_000_000_000L;

    private final Probe probe = Probe.of(Samples.settings(false), 7).orElseThrow();

    @Test
    void anEchoIsDueEveryTenSecondsAndEverySecondWhileWatched() {
        assertEquals(Optional.of(1), probe.due(0, false));
        assertEquals(Optional.empty(), probe.due(9 * SECOND, false));
        assertEquals(Optional.of(2), probe.due(10 * SECOND, false));
        assertEquals(Optional.of(3), probe.due(11 * SECOND, true));
    }

    @Test
    void theRoundTripIsUnknownUntilAnAnswerCame() {
        assertEquals(-1, probe.rttMillis());
        probe.due(0, true);

        probe.answer(1, 23_000_000);

        assertEquals(23, probe.rttMillis());
        assertEquals(0, probe.lossPercent());
    }

    @Test
    void anAnswerCountsOnceAndOnlyInItsTime() {
        probe.due(0, true);
        probe.due(SECOND, true);

        probe.answer(1, SECOND + 5_000_000);
        assertEquals(-1, probe.rttMillis());
        probe.answer(2, SECOND + 5_000_000);
        probe.answer(2, SECOND + 9_000_000);

        assertEquals(5, probe.rttMillis());
        assertEquals(50, probe.lossPercent());
    }

    @Test
    void lossIsThatOfTheLastSixty() {
        probe.due(0, true);
        probe.answer(1, 1);
        for (int i = 1; i <= 60; i++) {
            probe.due(i * SECOND, true);
            if (i % 4 != 0) {
                probe.answer(i + 1, i * SECOND + 1);
            }
        }
        probe.due(61 * SECOND, true);

        assertEquals(25, probe.lossPercent());
    }

    @Test
    void aGatewayThatNeverAnswersHasNoLoss() {
        for (int i = 0; i < 5; i++) {
            probe.due(i * SECOND, true);
        }

        assertEquals(-1, probe.lossPercent());
    }
}
