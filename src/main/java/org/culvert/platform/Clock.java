package org.culvert.platform;

/** Time that goes on in suspend (CLOCK_BOOTTIME), in nanoseconds since boot. */
@FunctionalInterface
public interface Clock {
    /** Now, never negative, never going back. */
    long nanos();
}
