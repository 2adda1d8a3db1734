package org.culvert.perf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.Map;

class StageSnapshotTest {
    private static final StageSnapshot BUSY =
            new StageSnapshot(
                    Map.of(Stage.IDLE, 60L, Stage.SEAL, 30L, Stage.OPEN, 10L),
                    Map.of(Stage.IDLE, 1L, Stage.SEAL, 3L, Stage.OPEN, 5L));

    @Test
    void aShareIsThatOfAllTimeAndTheSharesAddUp() {
        assertEquals(0.6, BUSY.share(Stage.IDLE));
        assertEquals(0.3, BUSY.share(Stage.SEAL));
        assertEquals(0.1, BUSY.share(Stage.OPEN));
        assertEquals(0, BUSY.share(Stage.TIMERS));
    }

    @Test
    void aMeanIsThatOfOneEntry() {
        assertEquals(10, BUSY.mean(Stage.SEAL));
        assertEquals(0, BUSY.mean(Stage.WRITE_LINK));
        assertEquals(0, StageSnapshot.NONE.share(Stage.SEAL));
    }

    @Test
    void twoThreadsAddUp() {
        StageSnapshot both = BUSY.plus(BUSY);

        assertEquals(60, both.nanos().getOrDefault(Stage.SEAL, 0L));
        assertEquals(10, both.counts().getOrDefault(Stage.OPEN, 0L));
    }
}
