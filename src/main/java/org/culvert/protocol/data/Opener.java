package org.culvert.protocol.data;

import java.security.GeneralSecurityException;

import javax.crypto.Cipher;

/**
 * Checks and decrypts packets of one key id, in place (protocol 6.1; C: {@code openvpn_decrypt}).
 * One thread only. A datagram needs {@link #TAIL_ROOM} octets behind it. The order is that of the
 * specification: authenticate, then the replay window, then the framing.
 */
public final class Opener implements AutoCloseable {
    /** Octets that the caller leaves behind a datagram. */
    public static final int TAIL_ROOM = Aead.TAG;

    /** What {@link #open} answers for a packet that is dropped; {@link #drop} says why. */
    public static final int DROPPED = -1;

    private static final int V1_HEADER = 1;
    private static final int V2_HEADER = 4;
    private static final int DATA_V2 = 9;

    private final Aead aead;
    private final StubFraming framing;
    private final Usage usage;
    private final ReplayWindow window = new ReplayWindow();
    private int offset;
    private Drop drop = Drop.TOO_SHORT;
    private boolean closed;

    /** The opening half of {@code keys}. */
    public Opener(DataKeys keys, StubFraming framing) {
        this.aead = new Aead(keys.cipher(), keys.openKey(), keys.openIv());
        this.framing = framing;
        this.usage = new Usage(keys.cipher());
    }

    /**
     * Opens a datagram and returns the length of the packet in it, which starts at {@link #offset};
     * or {@link #DROPPED}.
     */
    public int open(byte[] buffer, int datagram, int length) {
        boolean v2 = (buffer[datagram] >>> 3 & 31) == DATA_V2;
        int packetId = datagram + (v2 ? V2_HEADER : V1_HEADER);
        int tag = packetId + Aead.PACKET_ID;
        int sealed = tag + Aead.TAG;
        int sealedLength = datagram + length - sealed;
        if (sealedLength < 1) {
            return dropped(Drop.TOO_SHORT);
        }
        int id = (int) Aead.INT.get(buffer, packetId);
        System.arraycopy(buffer, tag, buffer, sealed + sealedLength, Aead.TAG);
        int aad = v2 ? datagram : packetId;
        int plain = decrypt(buffer, id, aad, tag - aad, sealed, sealedLength);
        if (plain < 0) {
            usage.countForgery();
            return dropped(Drop.FORGED);
        }
        usage.count(plain);
        if (!window.accept(Integer.toUnsignedLong(id))) {
            return dropped(Drop.REPLAYED);
        }
        int unframed = framing.unframedLength(buffer, sealed, plain);
        offset = framing.unframe(buffer, sealed, plain);
        return offset < 0 ? dropped(Drop.COMPRESSED) : unframed;
    }

    /** Where the packet that was opened last starts. */
    public int offset() {
        return offset;
    }

    /** Why the last dropped packet was dropped. */
    public Drop drop() {
        return drop;
    }

    /** Whether so much came in, or was forged, that new keys are due (protocol 6.6). */
    public boolean worn() {
        return usage.worn();
    }

    @Override
    public void close() {
        closed = true;
        aead.wipe();
    }

    private int decrypt(byte[] buffer, int id, int aad, int aadLength, int sealed, int length) {
        if (closed || usage.exhausted()) {
            return DROPPED;
        }
        try {
            Cipher cipher = aead.init(Cipher.DECRYPT_MODE, id, buffer, aad, aadLength);
            return cipher.doFinal(buffer, sealed, length + Aead.TAG, buffer, sealed);
        } catch (GeneralSecurityException _) {
            return DROPPED;
        }
    }

    private int dropped(Drop reason) {
        drop = reason;
        return DROPPED;
    }
}
