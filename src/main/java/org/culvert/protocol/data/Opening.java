package org.culvert.protocol.data;

/**
 * Checks and decrypts datagrams of one key in place, in one {@link DataFormat}. One thread only.
 */
sealed interface Opening permits AeadOpening, CbcOpening {
    /** What {@link #open} answers for a datagram that cannot be one. */
    int TOO_SHORT = -1;

    /** What {@link #open} answers for a datagram that fails the check of the key. */
    int FORGED = -2;

    /**
     * Opens the datagram and returns the length of its plaintext, which starts at {@link #offset};
     * or why there is none.
     */
    int open(byte[] buffer, int datagram, int length);

    /** Where the last plaintext starts. */
    int offset();

    /** The packet id of the last datagram, unsigned. */
    int packetId();

    /** Wipes what of the key is ours. */
    void wipe();
}
