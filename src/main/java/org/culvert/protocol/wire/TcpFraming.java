package org.culvert.protocol.wire;

import java.nio.ByteBuffer;

/**
 * Packets of a TCP stream: two octets of length in front of each (protocol 1.1). Takes octets as
 * they come and hands out whole packets in place. A stream that breaks the rule cannot be mended.
 * Owned by the thread that reads the link.
 */
public final class TcpFraming {
    /** Octets of the length. */
    public static final int LENGTH = 2;

    /** What {@link #next} answers when more octets are needed. */
    public static final int INCOMPLETE = 0;

    /** What {@link #next} answers when the stream is broken. */
    public static final int BROKEN = -1;

    private static final int CAPACITY = 2 * (LENGTH + 0xffff);

    private final byte[] buffer = new byte[CAPACITY];
    private int limit = 0xffff;
    private int start;
    private int end;
    private int packet;

    /** Lengths above {@code octets} break the stream; 2048 is wise before authentication. */
    public void limit(int octets) {
        limit = octets;
    }

    /** Takes {@code from}'s remaining octets, at most {@link #room} of them. */
    public void put(ByteBuffer from) {
        if (from.remaining() > CAPACITY - end) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
        }
        int length = from.remaining();
        from.get(buffer, end, length);
        end += length;
    }

    /** Octets that {@link #put} still takes. */
    public int room() {
        return CAPACITY - (end - start);
    }

    /** The length of the next whole packet, {@link #INCOMPLETE}, or {@link #BROKEN}. */
    public int next() {
        if (end - start < LENGTH) {
            return INCOMPLETE;
        }
        int length = ((buffer[start] & 0xff) << 8) | (buffer[start + 1] & 0xff);
        if (length == 0 || length > limit) {
            return BROKEN;
        }
        if (end - start < LENGTH + length) {
            return INCOMPLETE;
        }
        packet = start + LENGTH;
        start = packet + length;
        return length;
    }

    /** Where the packet that {@link #next} has measured starts in {@link #buffer}. */
    public int offset() {
        return packet;
    }

    /** The octets; valid until the next {@link #put}. */
    public byte[] buffer() {
        return buffer;
    }
}
