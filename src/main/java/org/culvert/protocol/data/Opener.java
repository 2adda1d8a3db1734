package org.culvert.protocol.data;

/**
 * Checks and decrypts packets of one key id, in place (protocol 6; C: {@code openvpn_decrypt}). One
 * thread only. A datagram needs {@link #TAIL_ROOM} octets behind it. The order is that of the
 * specification: authenticate, then the replay window, then the framing.
 */
public final class Opener implements AutoCloseable {
    /** Octets that the caller leaves behind a datagram. */
    public static final int TAIL_ROOM = Aead.TAG;

    /** What {@link #open} answers for a packet that is dropped; {@link #drop} says why. */
    public static final int DROPPED = -1;

    private final Opening opening;
    private final StubFraming framing;
    private int offset;
    private Drop drop = Drop.TOO_SHORT;
    private volatile boolean closed;

    /** The opening half of {@code keys}. */
    public Opener(DataKeys keys, StubFraming framing) {
        this.framing = framing;
        this.opening =
                switch (keys.format()) {
                    case DataFormat.Aead _ -> new AeadOpening(keys);
                    case DataFormat.CbcHmac cbc -> new CbcOpening(keys, cbc);
                    case DataFormat.Epochs epochs -> new EpochOpening(keys, epochs);
                };
    }

    /**
     * Opens a datagram and returns the length of the packet in it, which starts at {@link #offset};
     * or {@link #DROPPED}.
     */
    public int open(byte[] buffer, int datagram, int length) {
        int plain = closed ? Opening.FORGED : opening.open(buffer, datagram, length);
        if (plain < 0) {
            return dropped(reason(plain));
        }
        int at = opening.offset();
        int unframed = framing.unframedLength(buffer, at, plain);
        offset = framing.unframe(buffer, at, plain);
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
        return opening.worn();
    }

    @Override
    public void close() {
        closed = true;
        opening.close();
    }

    private static Drop reason(int refusal) {
        return switch (refusal) {
            case Opening.TOO_SHORT -> Drop.TOO_SHORT;
            case Opening.REPLAYED -> Drop.REPLAYED;
            case Opening.NO_KEY -> Drop.NO_KEY;
            default -> Drop.FORGED;
        };
    }

    private int dropped(Drop reason) {
        drop = reason;
        return DROPPED;
    }
}
