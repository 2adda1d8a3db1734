package org.culvert.protocol.data;

/**
 * Framing that says "not compressed" around the plaintext (protocol 6.8). Nothing is ever
 * compressed or decompressed. Works in place and makes no garbage.
 */
public enum StubFraming {
    /** No framing. */
    NONE {
        @Override
        int frame(byte[] buffer, int packet, int length) {
            return packet;
        }

        @Override
        int framedLength(byte[] buffer, int packet, int length) {
            return length;
        }

        @Override
        int unframe(byte[] buffer, int packet, int length) {
            return packet;
        }

        @Override
        int unframedLength(byte[] buffer, int packet, int length) {
            return length;
        }
    },
    /** {@code comp-lzo no}: FA in front. */
    LZO {
        @Override
        int frame(byte[] buffer, int packet, int length) {
            buffer[packet - 1] = MARK_LZO;
            return packet - 1;
        }

        @Override
        int framedLength(byte[] buffer, int packet, int length) {
            return length + 1;
        }

        @Override
        int unframe(byte[] buffer, int packet, int length) {
            return buffer[packet] == MARK_LZO ? packet + 1 : COMPRESSED;
        }

        @Override
        int unframedLength(byte[] buffer, int packet, int length) {
            return length - 1;
        }
    },
    /** {@code compress stub}: FB in front, the first octet at the end. */
    SWAP {
        @Override
        int frame(byte[] buffer, int packet, int length) {
            buffer[packet + length] = buffer[packet];
            buffer[packet] = MARK_SWAP;
            return packet;
        }

        @Override
        int framedLength(byte[] buffer, int packet, int length) {
            return length + 1;
        }

        @Override
        int unframe(byte[] buffer, int packet, int length) {
            if (buffer[packet] != MARK_SWAP || length < 2) {
                return COMPRESSED;
            }
            buffer[packet] = buffer[packet + length - 1];
            return packet;
        }

        @Override
        int unframedLength(byte[] buffer, int packet, int length) {
            return length - 1;
        }
    },
    /** {@code compress stub-v2}: 50 00 in front of what begins with 50. */
    V2 {
        @Override
        int frame(byte[] buffer, int packet, int length) {
            if (buffer[packet] != MARK_V2) {
                return packet;
            }
            buffer[packet - 1] = 0;
            buffer[packet - 2] = MARK_V2;
            return packet - 2;
        }

        @Override
        int framedLength(byte[] buffer, int packet, int length) {
            return buffer[packet] == MARK_V2 ? length + 2 : length;
        }

        @Override
        int unframe(byte[] buffer, int packet, int length) {
            if (buffer[packet] != MARK_V2) {
                return packet;
            }
            return length >= 2 && buffer[packet + 1] == 0 ? packet + 2 : COMPRESSED;
        }

        @Override
        int unframedLength(byte[] buffer, int packet, int length) {
            return buffer[packet] == MARK_V2 ? length - 2 : length;
        }
    };

    /** What {@link #unframe} answers for a packet that says it is compressed. */
    static final int COMPRESSED = -1;

    /** Most octets that a framing puts in front or behind. */
    static final int MOST = 2;

    private static final byte MARK_LZO = (byte) 0xfa;
    private static final byte MARK_SWAP = (byte) 0xfb;
    private static final byte MARK_V2 = 0x50;

    /** Puts the framing around a packet in place; returns where it starts now. */
    abstract int frame(byte[] buffer, int packet, int length);

    /** The length that {@link #frame} will make; ask before framing. */
    abstract int framedLength(byte[] buffer, int packet, int length);

    /** Takes the framing off in place; returns where the packet starts, or {@link #COMPRESSED}. */
    abstract int unframe(byte[] buffer, int packet, int length);

    /** The length that {@link #unframe} will leave; ask before unframing. */
    abstract int unframedLength(byte[] buffer, int packet, int length);
}
