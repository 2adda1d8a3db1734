package org.culvert.tunnel;

import org.culvert.platform.Batch;

import java.nio.ByteBuffer;

/** A batch of 32 slots in memory. */
final class HeapBatch implements Batch {
    private static final int SLOTS = 32;
    private static final int SLOT = 4096;

    private final ByteBuffer slab = ByteBuffer.allocate(SLOTS * SLOT);
    private final int[] offsets = new int[SLOTS];
    private final int[] lengths = new int[SLOTS];
    private int count;

    void put(byte[] packet, int at, int length) {
        slab.put(next(), packet, at, length);
        add(next(), length);
    }

    byte[] packet(int i) {
        byte[] octets = new byte[lengths[i]];
        slab.get(offsets[i], octets);
        return octets;
    }

    @Override
    public ByteBuffer slab() {
        return slab;
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public int offset(int i) {
        return offsets[i];
    }

    @Override
    public int length(int i) {
        return lengths[i];
    }

    @Override
    public int segmentSize() {
        return 0;
    }

    @Override
    public void clear() {
        count = 0;
    }

    @Override
    public int next() {
        return count * SLOT;
    }

    @Override
    public boolean add(int offset, int length) {
        if (count == SLOTS || length > SLOT) {
            return false;
        }
        offsets[count] = offset;
        lengths[count] = length;
        count++;
        return true;
    }

    @Override
    public int room() {
        return SLOTS - count;
    }

    @Override
    public void close() {
        clear();
    }
}
