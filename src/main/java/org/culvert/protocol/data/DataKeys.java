package org.culvert.protocol.data;

import org.culvert.secret.Secret;

/**
 * The keys of one key id, already in our own directions (protocol: slices of key2).
 *
 * @param format how packets are laid out
 * @param cipher what encrypts them
 * @param keyId 0..7, the low bits of the first octet
 * @param peerId 24 bits as pushed for DATA_V2, or -1 where none was pushed: DATA_V1
 * @param sealKey key towards the peer
 * @param sealSecond implicit IV or HMAC key towards the peer
 * @param openKey key of what comes from the peer
 * @param openSecond implicit IV or HMAC key of what comes from the peer
 */
public record DataKeys(
        DataFormat format,
        DataCipher cipher,
        int keyId,
        int peerId,
        Secret sealKey,
        Secret sealSecond,
        Secret openKey,
        Secret openSecond) {
    /** The usual format. */
    public DataKeys(
            DataCipher cipher,
            int keyId,
            int peerId,
            Secret sealKey,
            Secret sealIv,
            Secret openKey,
            Secret openIv) {
        this(new DataFormat.Aead(), cipher, keyId, peerId, sealKey, sealIv, openKey, openIv);
    }

    /** Refuses keys of other lengths than cipher and format want. */
    public DataKeys {
        int key = format.keyLength(cipher);
        int second = format.secondLength();
        if (sealKey.length() != key || openKey.length() != key) {
            throw new IllegalArgumentException("key length for " + cipher);
        }
        if (sealSecond.length() != second || openSecond.length() != second) {
            throw new IllegalArgumentException("second key for " + cipher);
        }
        if ((keyId & ~7) != 0) {
            throw new IllegalArgumentException("key id " + keyId);
        }
    }
}
