package org.culvert.tunnel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** When each of the seven stages began and how long it took, in the owner's nanoseconds. */
final class StageClocks {
    /** Stages of a connect. */
    static final int STAGES = 7;

    private final long[] began = new long[STAGES + 1];
    private final long[] took = new long[STAGES + 1];
    private int current;

    /** A stage's length; -1 while it has not begun; still growing while it is the current one. */
    record Clock(int stage, long nanos, boolean running) {}

    void reset() {
        current = 0;
        Arrays.fill(began, 0);
        Arrays.fill(took, 0);
    }

    /** Begins a stage; the clock of one that runs already runs on. */
    void enter(int stage, long nowNanos) {
        if (stage == current) {
            return;
        }
        if (stage < current) {
            Arrays.fill(took, stage, took.length, 0);
            Arrays.fill(began, stage, began.length, 0);
        } else if (current > 0) {
            took[current] = nowNanos - began[current];
        }
        current = stage;
        began[stage] = nowNanos;
    }

    void finish(long nowNanos) {
        if (current > 0) {
            took[current] = nowNanos - began[current];
            current = 0;
        }
    }

    /** 1 to 7, or 0 where none runs. */
    int current() {
        return current;
    }

    List<Clock> read(long nowNanos) {
        var clocks = new ArrayList<Clock>();
        for (int stage = 1; stage <= STAGES; stage++) {
            boolean running = stage == current;
            long nanos = running ? nowNanos - began[stage] : began[stage] == 0 ? -1 : took[stage];
            clocks.add(new Clock(stage, nanos, running));
        }
        return clocks;
    }
}
