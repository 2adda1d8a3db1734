package org.culvert.platform.linux;

import com.sun.jna.Native;
import com.sun.jna.Pointer;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Native octets with their address; in host order. Freed when the buffer is collected. */
record Memory(ByteBuffer octets, long address) {
    /** Fresh zeroed memory. */
    static Memory of(int length) {
        ByteBuffer octets = ByteBuffer.allocateDirect(length).order(ByteOrder.nativeOrder());
        return new Memory(octets, Pointer.nativeValue(Native.getDirectBufferPointer(octets)));
    }
}
