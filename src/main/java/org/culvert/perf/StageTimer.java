package org.culvert.perf;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Where the time of one thread goes (C: {@code perf_push}, {@code perf_pop}). While an inner stage
 * runs the outer one stands still, so the sums add up to the wall clock. One thread enters; others
 * may read {@link #snapshot} at any time. Makes no garbage.
 */
public final class StageTimer {
    private static final int DEEPEST = 16;

    private final LongSupplier clock;
    private final Map<Stage, Scope> scopes = new EnumMap<>(Stage.class);
    private final Scope[] outer = new Scope[DEEPEST];
    private int depth;
    private Scope running;
    private long since;

    /** {@code clock} in nanoseconds. */
    public StageTimer(LongSupplier clock) {
        this.clock = clock;
        for (Stage stage : Stage.values()) {
            scopes.put(stage, new Scope());
        }
        this.running = scope(Stage.IDLE);
        this.since = clock.getAsLong();
    }

    /** A stage that runs; closing it lets the outer one go on. */
    public final class Scope implements AutoCloseable {
        private final AtomicLong nanos = new AtomicLong();
        private final AtomicLong count = new AtomicLong();

        private Scope() {}

        @Override
        public void close() {
            switchTo(outer[--depth]);
        }
    }

    /** Use in try-with-resources; the compiler then sees to the pop that C forgot. */
    public Scope enter(Stage stage) {
        Scope scope = scope(stage);
        outer[depth++] = running;
        scope.count.setOpaque(scope.count.getPlain() + 1);
        switchTo(scope);
        return scope;
    }

    /** Nanoseconds and entries of each stage up to its last change. */
    public StageSnapshot snapshot() {
        var snapshot = StageSnapshot.NONE;
        for (Stage stage : Stage.values()) {
            Scope scope = scope(stage);
            snapshot = snapshot.plus(stage, scope.nanos.getOpaque(), scope.count.getOpaque());
        }
        return snapshot;
    }

    private Scope scope(Stage stage) {
        return Objects.requireNonNull(scopes.get(stage));
    }

    private void switchTo(Scope next) {
        long now = clock.getAsLong();
        running.nanos.setOpaque(running.nanos.getPlain() + now - since);
        since = now;
        running = next;
    }
}
