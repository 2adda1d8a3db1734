package org.culvert.protocol.data;

import org.culvert.secret.Secret;

/**
 * The keys of one key id, already in our own directions (protocol: slices of key2).
 *
 * @param cipher which AEAD
 * @param keyId 0..7, the low bits of the first octet
 * @param peerId 24 bits as pushed for DATA_V2, or -1 where none was pushed: DATA_V1
 * @param sealKey key towards the peer
 * @param sealIv implicit IV towards the peer, 8 octets
 * @param openKey key of what comes from the peer
 * @param openIv implicit IV of what comes from the peer, 8 octets
 */
public record DataKeys(
        DataCipher cipher,
        int keyId,
        int peerId,
        Secret sealKey,
        Secret sealIv,
        Secret openKey,
        Secret openIv) {
    /** The implicit part of a nonce, octets. */
    public static final int IV_LENGTH = 8;

    /** Refuses keys of other lengths than the cipher's. */
    public DataKeys {
        if (sealKey.length() != cipher.keyLength() || openKey.length() != cipher.keyLength()) {
            throw new IllegalArgumentException("key length for " + cipher);
        }
        if (sealIv.length() != IV_LENGTH || openIv.length() != IV_LENGTH || (keyId & ~7) != 0) {
            throw new IllegalArgumentException("iv or key id for " + cipher);
        }
    }
}
