package org.culvert.ipc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.util.Arrays;

class FramesTest {
    private static ReadableByteChannel channel(byte[] octets) {
        return Channels.newChannel(new ByteArrayInputStream(octets));
    }

    private static byte[] header(int length) {
        return ByteBuffer.allocate(4).putInt(length).array();
    }

    @Test
    void aFrameIsReadAsItWasWritten() throws IOException {
        var out = new ByteArrayOutputStream();
        Frames.write(Channels.newChannel(out), new byte[] {1, 2, 3});

        assertArrayEquals(new byte[] {0, 0, 0, 3, 1, 2, 3}, out.toByteArray());
        assertArrayEquals(new byte[] {1, 2, 3}, Frames.read(channel(out.toByteArray()), 3));
    }

    @Test
    void theLongestFrameIsRead() throws IOException {
        byte[] frame = new byte[4 + Frames.FIRST];
        System.arraycopy(header(Frames.FIRST), 0, frame, 0, 4);

        assertEquals(Frames.FIRST, Frames.read(channel(frame), Frames.FIRST).length);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Frames.TO_HELPER + 1, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void aLengthThatMayNotBeIsRefusedBeforeABufferIsMade(int length) {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        ReadableByteChannel from = channel(header(length));
        long before = threads.getCurrentThreadAllocatedBytes();

        assertThrows(Frames.TooLong.class, () -> Frames.read(from, Frames.TO_HELPER));

        assertTrue(threads.getCurrentThreadAllocatedBytes() - before < 1 << 20);
    }

    @Test
    void aFrameThatEndsEarlyIsTheEndOfTheConnection() {
        byte[] whole = {0, 0, 0, 3, 1, 2, 3};
        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThrows(EOFException.class, () -> Frames.read(channel(part), 10));
        }
    }
}
