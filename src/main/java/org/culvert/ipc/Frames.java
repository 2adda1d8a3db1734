package org.culvert.ipc;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/** Frames of the socket: four octets of length, big end first, then UTF-8 JSON. */
public final class Frames {
    /** Longest frame towards the helper, octets ({@code connect} with its keys included). */
    public static final int TO_HELPER = 1 << 20;

    /** Longest frame of a client that has only said hello. */
    public static final int FIRST = 64 << 10;

    /** Longest frame from the helper, octets. */
    public static final int FROM_HELPER = 512 << 10;

    private Frames() {}

    /** A frame is longer than its side may send, or not at all. */
    public static final class TooLong extends IOException {
        private static final long serialVersionUID = 1;

        private TooLong(int length) {
            super("frame of " + Integer.toUnsignedString(length) + " octets");
        }
    }

    /** The octets of the next frame; its length is judged before a buffer is made. */
    public static byte[] read(ReadableByteChannel from, int longest) throws IOException {
        return body(from, length(from, longest));
    }

    /** The length of the next frame, once it begins; 1 to {@code longest}. */
    public static int length(ReadableByteChannel from, int longest) throws IOException {
        var header = ByteBuffer.allocate(4);
        fill(from, header);
        int length = header.getInt(0);
        if (length < 1 || length > longest) {
            throw new TooLong(length);
        }
        return length;
    }

    /** The octets of a frame whose length is read. */
    public static byte[] body(ReadableByteChannel from, int length) throws IOException {
        var body = ByteBuffer.allocate(length);
        fill(from, body);
        return body.array();
    }

    /** Writes a frame whole. */
    public static void write(WritableByteChannel to, byte[] body) throws IOException {
        var frame = ByteBuffer.allocate(4 + body.length).putInt(body.length).put(body).flip();
        while (frame.hasRemaining()) {
            to.write(frame);
        }
    }

    private static void fill(ReadableByteChannel from, ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            if (from.read(buffer) < 0) {
                throw new EOFException("closed by the other side");
            }
        }
    }
}
