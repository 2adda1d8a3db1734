package org.culvert.protocol.data;

/**
 * Checks and decrypts datagrams of one key in place, in one {@link DataFormat}; the replay window
 * comes after the check. One thread only.
 */
sealed interface Opening permits AeadOpening, CbcOpening, EpochOpening {
    /** What {@link #open} answers for a datagram that cannot be one. */
    int TOO_SHORT = -1;

    /** What {@link #open} answers for a datagram that fails the check of the key. */
    int FORGED = -2;

    /** What {@link #open} answers for a datagram that came before, or is too old to tell. */
    int REPLAYED = -3;

    /** What {@link #open} answers for a datagram of an epoch that is far away. */
    int NO_KEY = -4;

    /**
     * Opens the datagram and returns the length of its plaintext, which starts at {@link #offset};
     * or why there is none.
     */
    int open(byte[] buffer, int datagram, int length);

    /** Where the last plaintext starts. */
    int offset();

    /** Whether new keys are due. */
    boolean worn();

    /** Wipes what of the key is ours. */
    void close();
}
