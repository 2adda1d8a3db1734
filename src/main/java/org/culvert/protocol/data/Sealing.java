package org.culvert.protocol.data;

import java.security.GeneralSecurityException;

/** Encrypts framed packets of one key in place, in one {@link DataFormat}. One thread only. */
sealed interface Sealing permits AeadSealing, CbcSealing, EpochSealing {
    /** What {@link #seal} answers when the key has no packet ids left. */
    int EXHAUSTED = -1;

    /** Seals {@code length} octets at {@code plain} and returns where the datagram ends. */
    int seal(byte[] buffer, int plain, int length) throws GeneralSecurityException;

    /** Octets between the start of a datagram and its plaintext. */
    int inFront();

    /** Most octets that a datagram of {@code octets} has room for. */
    int room(int octets);

    /** Whether new keys are due. */
    boolean worn();

    /** Wipes what of the key is ours and seals nothing more. */
    void close();
}
