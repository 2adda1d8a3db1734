package org.culvert.platform;

/** Waits for a descriptor, for a wake-up from another thread, or for time (C: {@code io_wait}). */
public interface Waiter extends AutoCloseable {
    /** Bit of {@link #await}: the descriptor can be read. */
    int READABLE = 1;

    /** Bit of {@link #await}: the descriptor can be written. */
    int WRITABLE = 2;

    /** Bit of {@link #await}: {@link #wake} was called. */
    int WOKEN = 4;

    /** Returns the bits of what happened within {@code nanos}; 0 when the time ran out. */
    int await(int interest, long nanos) throws PlatformException;

    /** Ends the current or next {@link #await}; from any thread. */
    void wake();

    @Override
    void close();
}
