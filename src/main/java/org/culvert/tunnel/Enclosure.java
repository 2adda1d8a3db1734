package org.culvert.tunnel;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * All traffic of a machine, which at most one tunnel has: rules and firewall of two would undo each
 * other. Safe for threads.
 */
public final class Enclosure {
    private static final long PATIENCE_MILLIS = 5000;

    private final long patienceMillis;
    private final Semaphore free = new Semaphore(1);
    private volatile Optional<Object> holder = Optional.empty();

    /** One that nobody has; a tunnel that is about to leave is waited for. */
    public Enclosure() {
        this(PATIENCE_MILLIS);
    }

    Enclosure(long patienceMillis) {
        this.patienceMillis = patienceMillis;
    }

    /** Whether {@code tunnel} has it now. */
    boolean take(Object tunnel) {
        if (!has(tunnel) && acquired()) {
            holder = Optional.of(tunnel);
        }
        return has(tunnel);
    }

    /** Leaves it to others, if {@code tunnel} had it. */
    void leave(Object tunnel) {
        if (has(tunnel)) {
            holder = Optional.empty();
            free.release();
        }
    }

    private boolean has(Object tunnel) {
        return holder.filter(tunnel::equals).isPresent();
    }

    private boolean acquired() {
        try {
            return free.tryAcquire(patienceMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
