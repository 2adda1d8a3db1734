package org.culvert.protocol.data;

import org.culvert.protocol.wire.Opcode;

import java.security.GeneralSecurityException;

import javax.crypto.Cipher;

/**
 * Encrypts packets towards the peer, in place (protocol 6.1; C: {@code encrypt_sign}). One thread
 * only.
 *
 * <p>The packet needs {@link #HEAD_ROOM} octets in front and {@link #TAIL_ROOM} behind. The JCE
 * leaves the tag at the end and OpenVPN wants it in front: sixteen octets move, no packet does.
 * Allocates nothing of ours but the cipher's parameter.
 */
public final class Sealer implements AutoCloseable {
    /** Octets that the caller leaves in front of a packet. */
    public static final int HEAD_ROOM = 4 + Aead.PACKET_ID + Aead.TAG + StubFraming.MOST;

    /** Octets that the caller leaves behind a packet. */
    public static final int TAIL_ROOM = Aead.TAG + StubFraming.MOST;

    /** What {@link #seal} answers when the key has no packet ids left. */
    public static final int EXHAUSTED = -1;

    private static final int WORN = 0xff00_0000;

    private final Aead aead;
    private final StubFraming framing;
    private final int header;
    private final int headerLength;
    private final Usage usage;
    private int lastPacketId;
    private int datagram;

    /** The sealing half of {@code keys}. */
    public Sealer(DataKeys keys, StubFraming framing) {
        this(keys, framing, 0);
    }

    /** As if {@code lastPacketId} packets had gone out already. */
    Sealer(DataKeys keys, StubFraming framing, int lastPacketId) {
        this.lastPacketId = lastPacketId;
        this.usage = new Usage(keys.cipher());
        this.aead = new Aead(keys.cipher(), keys.sealKey(), keys.sealIv());
        this.framing = framing;
        boolean withPeer = keys.peerId() >= 0;
        this.headerLength = withPeer ? 4 : 1;
        this.header =
                withPeer
                        ? Opcode.DATA_V2.first(keys.keyId()) << 24 | keys.peerId()
                        : Opcode.DATA_V1.first(keys.keyId());
    }

    /**
     * Seals {@code length} octets at {@code packet} and returns the datagram's length; it starts at
     * {@link #offset}.
     */
    public int seal(byte[] buffer, int packet, int length) throws GeneralSecurityException {
        if (lastPacketId == -1) {
            return EXHAUSTED;
        }
        int framed = framing.framedLength(buffer, packet, length);
        int plain = framing.frame(buffer, packet, length);
        int tag = plain - Aead.TAG;
        int packetId = tag - Aead.PACKET_ID;
        datagram = packetId - headerLength;
        writeHeader(buffer);
        Aead.INT.set(buffer, packetId, ++lastPacketId);
        int aad = headerLength == 1 ? packetId : datagram;
        Cipher cipher = aead.init(Cipher.ENCRYPT_MODE, lastPacketId, buffer, aad, tag - aad);
        cipher.doFinal(buffer, plain, framed, buffer, plain);
        usage.count(framed);
        System.arraycopy(buffer, plain + framed, buffer, tag, Aead.TAG);
        return plain + framed - datagram;
    }

    /** Where the last datagram starts. */
    public int offset() {
        return datagram;
    }

    /** Octets that sealing adds to every packet but those that stub-v2 escapes. */
    public int overhead() {
        int stub = framing == StubFraming.LZO || framing == StubFraming.SWAP ? 1 : 0;
        return headerLength + Aead.PACKET_ID + Aead.TAG + stub;
    }

    /** Whether so much went out that new keys are due (protocol 6.6). */
    public boolean worn() {
        return Integer.compareUnsigned(lastPacketId, WORN) >= 0 || usage.worn();
    }

    @Override
    public void close() {
        lastPacketId = -1;
        aead.wipe();
    }

    private void writeHeader(byte[] buffer) {
        if (headerLength == 1) {
            buffer[datagram] = (byte) header;
        } else {
            Aead.INT.set(buffer, datagram, header);
        }
    }
}
