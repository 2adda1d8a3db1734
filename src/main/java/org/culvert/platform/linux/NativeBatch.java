package org.culvert.platform.linux;

import org.culvert.platform.Batch;

import java.lang.foreign.Arena;
import java.nio.ByteBuffer;

/** A slab cut into slots of equal size, one packet each. */
final class NativeBatch implements Batch {
    private final Arena arena = Arena.ofShared();
    private final Memory memory;
    private final int slots;
    private final int slotSize;
    private final int[] offsets;
    private final int[] lengths;
    private int count;

    NativeBatch(int slots, int slotSize) {
        this.memory = Memory.of(slots * slotSize, arena);
        this.slots = slots;
        this.slotSize = slotSize;
        this.offsets = new int[slots];
        this.lengths = new int[slots];
    }

    @Override
    public ByteBuffer slab() {
        return memory.octets();
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
        return count * slotSize;
    }

    @Override
    public boolean add(int offset, int length) {
        if (count == slots || length > slotSize) {
            return false;
        }
        offsets[count] = offset;
        lengths[count] = length;
        count++;
        return true;
    }

    @Override
    public int room() {
        return slots - count;
    }

    /** Octets of a slot. */
    int slotSize() {
        return slotSize;
    }

    /** The native address of an offset. */
    long address(int offset) {
        return memory.address() + offset;
    }

    @Override
    public void close() {
        clear();
        if (arena.scope().isAlive()) {
            arena.close();
        }
    }
}
