package org.culvert.protocol.wire;

import java.util.Optional;

/** The high five bits of a packet's first octet (protocol 1.2; C: {@code ssl_pkt.h}). */
public enum Opcode {
    /** Starts a renegotiation under a new key id. */
    SOFT_RESET_V1(3),
    /** Reliable packet with TLS octets. */
    CONTROL_V1(4),
    /** Acknowledgements alone. */
    ACK_V1(5),
    /** Data with a header of one octet. */
    DATA_V1(6),
    /** First packet of a client. */
    HARD_RESET_CLIENT_V2(7),
    /** First packet of a server. */
    HARD_RESET_SERVER_V2(8),
    /** Data with a peer id. */
    DATA_V2(9),
    /** First packet of a client with a wrapped client key. */
    HARD_RESET_CLIENT_V3(10),
    /** As CONTROL_V1, with a wrapped client key. */
    CONTROL_WKC_V1(11);

    private static final Opcode[] BY_CODE = new Opcode[32];

    static {
        for (Opcode opcode : values()) {
            BY_CODE[opcode.code] = opcode;
        }
    }

    private final int code;

    Opcode(int code) {
        this.code = code;
    }

    /** The first octet of a packet of this kind under {@code keyId} (0..7). */
    public int first(int keyId) {
        return code << 3 | keyId;
    }

    /** Whether packets of this kind go to the data channel. */
    public boolean isData() {
        return this == DATA_V1 || this == DATA_V2;
    }

    /** Whether a wrapped client key stands behind packets of this kind. */
    public boolean carriesKey() {
        return this == HARD_RESET_CLIENT_V3 || this == CONTROL_WKC_V1;
    }

    /** Whether packets of this kind start a key id. */
    public boolean isReset() {
        return switch (this) {
            case SOFT_RESET_V1, HARD_RESET_CLIENT_V2, HARD_RESET_SERVER_V2, HARD_RESET_CLIENT_V3 ->
                    true;
            default -> false;
        };
    }

    /** The kind that {@code first} names; empty for one we do not speak. */
    @SuppressWarnings("NullAway") // the table has gaps, which Optional turns into "empty"
    public static Optional<Opcode> of(int first) {
        return Optional.ofNullable(BY_CODE[first >>> 3 & 31]);
    }

    /** Whether the first octet of a packet names the data channel; makes no garbage. */
    public static boolean isData(int first) {
        int code = first >>> 3 & 31;
        return code == DATA_V1.code || code == DATA_V2.code;
    }
}
