package org.culvert.tunnel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class StageClocksTest {
    private final StageClocks clocks = new StageClocks();

    @Test
    void aStageGrowsUntilTheNextBegins() {
        clocks.enter(1, 100);
        assertEquals(40, clocks.read(140).getFirst().nanos());
        clocks.enter(2, 150);

        assertEquals(50, clocks.read(900).getFirst().nanos());
        assertEquals(new StageClocks.Clock(2, 750, true), clocks.read(900).get(1));
        assertEquals(-1, clocks.read(900).get(2).nanos());
    }

    @Test
    void aStageThatRunsAlreadyIsNotBegunAgain() {
        clocks.enter(2, 100);
        clocks.enter(2, 150);

        assertEquals(new StageClocks.Clock(2, 80, true), clocks.read(180).get(1));
    }

    @Test
    void goingBackForgetsTheLaterStages() {
        clocks.enter(1, 100);
        clocks.enter(4, 200);
        clocks.enter(2, 300);

        assertEquals(-1, clocks.read(400).get(3).nanos());
        assertEquals(2, clocks.current());
    }

    @Test
    void theLastStageStandsStillOnceItIsOver() {
        clocks.enter(7, 100);
        clocks.finish(130);

        assertEquals(new StageClocks.Clock(7, 30, false), clocks.read(999).getLast());
        assertEquals(0, clocks.current());
    }
}
