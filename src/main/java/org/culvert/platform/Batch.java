package org.culvert.platform;

import java.nio.ByteBuffer;

/**
 * Packets on their way through one system call: one native slab, their offsets and lengths, and the
 * segment size where the kernel cuts or joins them itself. Owned by one pump thread.
 */
public interface Batch extends AutoCloseable {
    /** The native slab; positions are the caller's business. */
    ByteBuffer slab();

    /** How many packets stand in the slab. */
    int count();

    /** Where packet {@code i} starts in the slab. */
    int offset(int i);

    /** Octets of packet {@code i}. */
    int length(int i);

    /** Octets of every datagram but the last when they stand side by side; 0 where they do not. */
    int segmentSize();

    /** Forgets the packets, keeps the slab. */
    void clear();

    /** Where in the slab the next packet belongs. */
    int next();

    /** Adds a packet that the caller has put at {@code offset}; false where the batch is full. */
    boolean add(int offset, int length);

    /** Room for packets that {@link #add} still takes. */
    int room();

    @Override
    void close();
}
