package org.culvert.helper;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Ends something that is not over in time; closing it in time keeps it from that. */
record Deadline(Future<?> end) implements AutoCloseable {
    /** Runs {@code ending} after {@code seconds}. */
    static Deadline in(int seconds, Runnable ending) {
        var later = CompletableFuture.delayedExecutor(seconds, TimeUnit.SECONDS);
        return new Deadline(CompletableFuture.runAsync(ending, later));
    }

    @Override
    public void close() {
        end.cancel(false);
    }
}
