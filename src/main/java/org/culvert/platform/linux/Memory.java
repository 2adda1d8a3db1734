package org.culvert.platform.linux;

import com.sun.jna.Native;
import com.sun.jna.Pointer;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Native octets with their address; in host order. */
record Memory(ByteBuffer octets, long address) {
    /** Fresh zeroed memory, freed when the buffer is collected. */
    static Memory of(int length) {
        ByteBuffer octets = ByteBuffer.allocateDirect(length).order(ByteOrder.nativeOrder());
        return new Memory(octets, Pointer.nativeValue(Native.getDirectBufferPointer(octets)));
    }

    /** Fresh zeroed memory, freed when {@code arena} is closed. */
    static Memory of(int length, Arena arena) {
        MemorySegment segment = arena.allocate(length, Long.BYTES);
        return new Memory(segment.asByteBuffer().order(ByteOrder.nativeOrder()), segment.address());
    }
}
