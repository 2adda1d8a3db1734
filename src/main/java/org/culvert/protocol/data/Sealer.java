package org.culvert.protocol.data;

import java.security.GeneralSecurityException;

/**
 * Encrypts packets towards the peer, in place (protocol 6; C: {@code encrypt_sign}). One thread
 * only.
 *
 * <p>The packet needs {@link #HEAD_ROOM} octets in front and {@link #TAIL_ROOM} behind. Allocates
 * nothing of ours but the cipher's parameter.
 */
public final class Sealer implements AutoCloseable {
    /** Octets that the caller leaves in front of a packet: the longest HMAC decides. */
    public static final int HEAD_ROOM =
            DataHeader.V2 + 64 + Cbc.BLOCK + Aead.PACKET_ID + StubFraming.MOST;

    /** Octets that the caller leaves behind a packet. */
    public static final int TAIL_ROOM = Cbc.BLOCK + StubFraming.MOST;

    /** What {@link #seal} answers when the key has no packet ids left. */
    public static final int EXHAUSTED = Sealing.EXHAUSTED;

    private final Sealing sealing;
    private final StubFraming framing;
    private int datagram;

    /** The sealing half of {@code keys}. */
    public Sealer(DataKeys keys, StubFraming framing) {
        this(keys, framing, 0);
    }

    /** As if {@code lastPacketId} packets had gone out already. */
    Sealer(DataKeys keys, StubFraming framing, int lastPacketId) {
        this.framing = framing;
        var header = new DataHeader(keys);
        var ids = new PacketIds(lastPacketId);
        this.sealing =
                switch (keys.format()) {
                    case DataFormat.Aead _ -> new AeadSealing(keys, header, ids);
                    case DataFormat.CbcHmac cbc -> new CbcSealing(keys, cbc, header, ids);
                    case DataFormat.Epochs epochs -> new EpochSealing(keys, epochs, header);
                };
    }

    /**
     * Seals {@code length} octets at {@code packet} and returns the datagram's length; it starts at
     * {@link #offset}.
     */
    public int seal(byte[] buffer, int packet, int length) throws GeneralSecurityException {
        int framed = framing.framedLength(buffer, packet, length);
        int plain = framing.frame(buffer, packet, length);
        int end = sealing.seal(buffer, plain, framed);
        datagram = plain - sealing.inFront();
        return end < 0 ? EXHAUSTED : end - datagram;
    }

    /** Where the last datagram starts. */
    public int offset() {
        return datagram;
    }

    /** Most octets of a packet that a datagram of {@code octets} has room for. */
    public int room(int octets) {
        int stub = framing == StubFraming.LZO || framing == StubFraming.SWAP ? 1 : 0;
        return sealing.room(octets) - stub;
    }

    /** Whether so much went out that new keys are due (protocol 6.6). */
    public boolean worn() {
        return sealing.worn();
    }

    @Override
    public void close() {
        sealing.close();
    }
}
