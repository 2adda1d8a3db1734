package org.culvert.perf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;

import org.junit.jupiter.api.Test;

import java.lang.management.ManagementFactory;

class StageTimerTest {
    private long now;
    private final StageTimer timer = new StageTimer(() -> now);

    private long nanos(Stage stage) {
        return timer.snapshot().nanos().getOrDefault(stage, 0L);
    }

    private long count(Stage stage) {
        return timer.snapshot().counts().getOrDefault(stage, 0L);
    }

    @Test
    void theOuterStageStandsStillWhileAnInnerOneRuns() {
        now = 100;
        try (var _ = timer.enter(Stage.READ_LINK)) {
            now = 130;
            try (var _ = timer.enter(Stage.OPEN)) {
                now = 180;
                try (var _ = timer.enter(Stage.WRITE_TUN)) {
                    now = 190;
                }
                now = 191;
            }
            now = 200;
        }

        assertEquals(100, nanos(Stage.IDLE));
        assertEquals(39, nanos(Stage.READ_LINK));
        assertEquals(51, nanos(Stage.OPEN));
        assertEquals(10, nanos(Stage.WRITE_TUN));
    }

    @Test
    void allStagesTogetherAreTheWallClock() {
        for (int i = 0; i < 50; i++) {
            now += 3;
            try (var _ = timer.enter(Stage.READ_TUN)) {
                now += 5;
                try (var _ = timer.enter(Stage.SEAL)) {
                    now += 7;
                }
            }
        }

        assertEquals(
                now, timer.snapshot().nanos().values().stream().mapToLong(Long::longValue).sum());
        assertEquals(50, count(Stage.SEAL));
        assertEquals(0, count(Stage.OPEN));
    }

    @Test
    void aStageInsideItselfAddsUpAndEnds() {
        try (var _ = timer.enter(Stage.TIMERS)) {
            now = 10;
            try (var _ = timer.enter(Stage.TIMERS)) {
                now = 15;
            }
            now = 20;
        }
        now = 50;
        try (var _ = timer.enter(Stage.SEAL)) {
            now = 51;
        }

        assertEquals(20, nanos(Stage.TIMERS));
        assertEquals(30, nanos(Stage.IDLE));
        assertEquals(2, count(Stage.TIMERS));
    }

    @Test
    void aStageThatThrowsIsLeft() {
        try (var _ = timer.enter(Stage.SEAL)) {
            now = 4;
            throw new IllegalStateException();
        } catch (IllegalStateException _) {
            now = 9;
        }
        try (var _ = timer.enter(Stage.OPEN)) {
            now = 10;
        }

        assertEquals(4, nanos(Stage.SEAL));
        assertEquals(5, nanos(Stage.IDLE));
    }

    @Test
    void meteringMakesNoGarbage() {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        meter(20_000);
        long before = threads.getCurrentThreadAllocatedBytes();

        meter(20_000);

        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(allocated < 20_000, "octets for 20,000 entries: " + allocated);
    }

    private void meter(int times) {
        for (int i = 0; i < times; i++) {
            try (var _ = timer.enter(Stage.READ_TUN)) {
                try (var _ = timer.enter(Stage.SEAL)) {
                    now++;
                }
            }
        }
    }
}
