package org.culvert.cli;

import org.culvert.failure.Failure;
import org.culvert.ipc.Response;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Notices of the helper, queued for whoever waits. */
final class Notices implements Consumer<Response> {
    private final LinkedBlockingQueue<Response> queue = new LinkedBlockingQueue<>(10_000);
    private volatile boolean over;

    @Override
    public void accept(Response notice) {
        boolean _ = queue.offer(notice);
    }

    /** Drops what came before; whoever waits asks for the status first. */
    void forget() {
        queue.clear();
    }

    void ended(Optional<Failure> why) {
        over = true;
    }

    /** Leaves out what came so far. */
    void skip() {
        queue.clear();
    }

    boolean isOver() {
        return over && queue.isEmpty();
    }

    /** Lets notices go by for a while, or until the helper ends. */
    void idle(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (!over && System.nanoTime() < end) {
            next(100);
        }
    }

    /** The next notice; empty when none comes in time. */
    Optional<Response> next(long millis) {
        try {
            return Optional.ofNullable(queue.poll(millis, TimeUnit.MILLISECONDS));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
