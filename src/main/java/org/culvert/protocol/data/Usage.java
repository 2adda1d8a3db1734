package org.culvert.protocol.data;

/**
 * How much one direction of one key has protected: AES-GCM must not see more than 2^36 blocks and
 * packets, others have no such limit; what fails the check counts for both (protocol 6.6; C: {@code
 * should_trigger_renegotiation}). One thread only.
 */
final class Usage {
    /** Blocks and packets that AES-GCM may see under one key. */
    static final long LIMIT = (1L << 36) - 1;

    private static final int BLOCK = 16;
    private static final long WORN = LIMIT / 8 * 7;
    private static final long FORGERIES_WORN = 1L << 35;
    private static final long FORGERIES_MOST = 1L << 36;

    private final long wornAt;
    private long used;
    private long forgeries;

    Usage(DataCipher cipher) {
        this(cipher, 0, 0);
    }

    Usage(DataCipher cipher, long used, long forgeries) {
        this.wornAt = cipher.openvpnName().endsWith("-GCM") ? WORN : Long.MAX_VALUE;
        this.used = used;
        this.forgeries = forgeries;
    }

    /** One more packet of this many octets. */
    void count(int octets) {
        used += 1 + (octets + BLOCK - 1) / BLOCK;
    }

    /** One more packet that failed the check. */
    void countForgery() {
        forgeries++;
    }

    /** Whether the whole limit is used up; a next epoch is due. */
    boolean spent() {
        return wornAt == WORN && used > LIMIT;
    }

    /** Whether new keys are due. */
    boolean worn() {
        return used > wornAt || forgeries > FORGERIES_WORN;
    }

    /** Whether nothing more may be opened. */
    boolean exhausted() {
        return forgeries > FORGERIES_MOST;
    }
}
