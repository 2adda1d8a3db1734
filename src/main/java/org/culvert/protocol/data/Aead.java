package org.culvert.protocol.data;

import org.culvert.secret.Secret;

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

/** One direction of one key: a JDK cipher, its key and its nonce. One thread only. */
final class Aead {
    /** Octets of a tag. */
    static final int TAG = 16;

    /** Octets of a packet id on the wire. */
    static final int PACKET_ID = 4;

    static final VarHandle INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private static final int NONCE = 12;

    private final Cipher cipher;
    private final SecretKey key;
    private final byte[] nonce = new byte[NONCE];
    private final boolean gcm;

    Aead(DataCipher kind, Secret key, Secret implicitIv) {
        gcm = kind != DataCipher.CHACHA20_POLY1305;
        byte[] octets = key.copy();
        this.key = new SecretKeySpec(octets, gcm ? "AES" : "ChaCha20");
        Arrays.fill(octets, (byte) 0);
        byte[] iv = implicitIv.copy();
        System.arraycopy(iv, 0, nonce, PACKET_ID, iv.length);
        try {
            cipher = Cipher.getInstance(gcm ? "AES/GCM/NoPadding" : "ChaCha20-Poly1305");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(kind + " is part of the JDK", e);
        }
    }

    /** Ready for the packet with this id and associated data. */
    Cipher init(int mode, int packetId, byte[] buffer, int aad, int aadLength)
            throws GeneralSecurityException {
        INT.set(nonce, 0, packetId);
        AlgorithmParameterSpec spec =
                gcm ? new GCMParameterSpec(TAG * 8, nonce) : new IvParameterSpec(nonce);
        cipher.init(mode, key, spec);
        cipher.updateAAD(buffer, aad, aadLength);
        return cipher;
    }

    /** Wipes what of the key is ours. */
    void wipe() {
        Arrays.fill(nonce, (byte) 0);
    }
}
