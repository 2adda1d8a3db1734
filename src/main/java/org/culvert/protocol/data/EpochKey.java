package org.culvert.protocol.data;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Arrays;

import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * One direction of one epoch: cipher, key and what is mixed into its nonces. One thread only.
 *
 * <pre>
 *   nonce = (epoch 2 | counter 6 | 0 4) XOR iv 12
 * </pre>
 */
final class EpochKey {
    /** Octets of epoch and counter on the wire. */
    static final int PACKET_ID = 8;

    /** The highest counter. */
    static final long LAST = (1L << 48) - 1;

    static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final int epoch;
    private final Cipher cipher;
    private final SecretKey key;
    private final byte[] iv;
    private final byte[] nonce;
    private final boolean gcm;

    EpochKey(EpochSecret secret, DataCipher kind) {
        epoch = secret.epoch();
        gcm = kind != DataCipher.CHACHA20_POLY1305;
        byte[] octets = secret.key(kind.keyLength()).copy();
        key = new SecretKeySpec(octets, gcm ? "AES" : "ChaCha20");
        Arrays.fill(octets, (byte) 0);
        iv = secret.iv().copy();
        nonce = iv.clone();
        try {
            cipher = Cipher.getInstance(gcm ? "AES/GCM/NoPadding" : "ChaCha20-Poly1305");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(kind + " is part of the JDK", e);
        }
    }

    int epoch() {
        return epoch;
    }

    /** Epoch and counter as they stand on the wire. */
    long packetId(long counter) {
        return (long) epoch << 48 | counter;
    }

    /** Ready for the packet with this id and associated data. */
    Cipher init(int mode, long packetId, byte[] buffer, int aad, int aadLength)
            throws GeneralSecurityException {
        LONG.set(nonce, 0, packetId ^ (long) LONG.get(iv, 0));
        AlgorithmParameterSpec spec =
                gcm ? new GCMParameterSpec(Aead.TAG * 8, nonce) : new IvParameterSpec(nonce);
        cipher.init(mode, key, spec);
        cipher.updateAAD(buffer, aad, aadLength);
        return cipher;
    }

    /** Wipes what of the key is ours. */
    void wipe() {
        Arrays.fill(iv, (byte) 0);
        Arrays.fill(nonce, (byte) 0);
    }
}
