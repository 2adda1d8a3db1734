package org.culvert.desktop.look;

import javafx.application.Platform;

import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Does one thing at a steady pace on the application thread. The toolkit's own time-lines make it
 * draw sixty times a second, however seldom they have something to do. Application thread only.
 */
public final class Ticker {
    private static final ScheduledThreadPoolExecutor CLOCK = clock();

    private final Runnable tick;
    private final AtomicBoolean due = new AtomicBoolean();
    private Optional<Future<?>> running = Optional.empty();

    /** A ticker that stands still. */
    public Ticker(Runnable tick) {
        this.tick = tick;
    }

    private static ScheduledThreadPoolExecutor clock() {
        var clock =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().daemon().name("ticks").factory());
        clock.setRemoveOnCancelPolicy(true);
        return clock;
    }

    /** Runs from now on, the first time after one {@code paceMillis}. */
    public void start(int paceMillis) {
        stop();
        running =
                Optional.of(
                        CLOCK.scheduleAtFixedRate(
                                this::ring, paceMillis, paceMillis, TimeUnit.MILLISECONDS));
    }

    /** Stands still; nothing is done any more after this. */
    public void stop() {
        running.ifPresent(future -> future.cancel(false));
        running = Optional.empty();
    }

    /** A tick that nobody had time for is not made up for. */
    private void ring() {
        if (due.compareAndSet(false, true)) {
            Platform.runLater(this::now);
        }
    }

    private void now() {
        due.set(false);
        if (running.isPresent()) {
            tick.run();
        }
    }
}
