package org.culvert.protocol.data;

import org.culvert.protocol.wire.Opcode;

/** The octets in front of every data packet of one key (protocol 1.4). */
final class DataHeader {
    /** Octets of DATA_V1's header. */
    static final int V1 = 1;

    /** Octets of DATA_V2's header, the longest. */
    static final int V2 = 4;

    private static final int DATA_V2 = 9;

    private final int length;
    private final int value;

    DataHeader(DataKeys keys) {
        boolean withPeer = keys.peerId() >= 0;
        length = withPeer ? V2 : V1;
        value =
                withPeer
                        ? Opcode.DATA_V2.first(keys.keyId()) << 24 | keys.peerId()
                        : Opcode.DATA_V1.first(keys.keyId());
    }

    int length() {
        return length;
    }

    void write(byte[] buffer, int at) {
        if (length == V1) {
            buffer[at] = (byte) value;
        } else {
            Aead.INT.set(buffer, at, value);
        }
    }

    /** Octets of the header that starts at {@code at}. */
    static int length(byte[] buffer, int at) {
        return (buffer[at] >>> 3 & 31) == DATA_V2 ? V2 : V1;
    }
}
