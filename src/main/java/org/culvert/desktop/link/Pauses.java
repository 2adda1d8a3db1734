package org.culvert.desktop.link;

import java.util.function.BooleanSupplier;

/**
 * When the helper is looked for: again after a quarter of a second, then after twice as long each
 * time up to five seconds, or at once when somebody asks. Safe for threads.
 */
final class Pauses {
    private static final long SHORTEST_MILLIS = 250;
    private static final long LONGEST_MILLIS = 5000;

    private long next = SHORTEST_MILLIS;
    private boolean closed;
    private boolean hurried;
    private boolean ended;

    /** Whether it is still worth looking. */
    synchronized boolean goOn() {
        return !closed;
    }

    /** Waits for the next look. */
    synchronized void pause() {
        waitFor(next, () -> hurried);
        next = hurried ? SHORTEST_MILLIS : Math.min(LONGEST_MILLIS, next * 2);
        hurried = false;
    }

    /** Waits until the connection that has just come up is over. */
    synchronized void awaitEnd() {
        next = SHORTEST_MILLIS;
        waitFor(Long.MAX_VALUE / 2_000_000, () -> ended);
        ended = false;
    }

    /** The connection is over. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** Looks at once. */
    synchronized void seek() {
        hurried = true;
        notifyAll();
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }

    private synchronized void waitFor(long millis, BooleanSupplier enough) {
        long end = System.nanoTime() + millis * 1_000_000;
        long left = millis;
        while (!closed && !enough.getAsBoolean() && left > 0) {
            try {
                wait(left);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                closed = true;
            }
            left = (end - System.nanoTime()) / 1_000_000;
        }
    }
}
