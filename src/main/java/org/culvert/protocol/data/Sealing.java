package org.culvert.protocol.data;

import java.security.GeneralSecurityException;

/** Encrypts framed packets of one key in place, in one {@link DataFormat}. One thread only. */
sealed interface Sealing permits AeadSealing, CbcSealing {
    /**
     * Seals {@code length} octets at {@code plain} under {@code packetId} and returns where the
     * datagram ends.
     */
    int seal(byte[] buffer, int plain, int length, int packetId) throws GeneralSecurityException;

    /** Octets between the start of a datagram and its plaintext. */
    int inFront();

    /** Most octets that are added in front and behind together. */
    int overhead();

    /** Wipes what of the key is ours. */
    void wipe();
}
