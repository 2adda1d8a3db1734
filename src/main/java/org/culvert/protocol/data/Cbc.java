package org.culvert.protocol.data;

import org.culvert.protocol.wire.Digest;
import org.culvert.secret.Secret;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.util.Arrays;

import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** One direction of one key: AES-CBC and the HMAC around it. One thread only. */
final class Cbc {
    /** Octets of a block, and of an IV. */
    static final int BLOCK = 16;

    private final Cipher cipher;
    private final Cipher block;
    private final SecretKey key;
    private final Mac mac;

    Cbc(Secret key, Secret macKey, Digest digest) {
        byte[] octets = key.copy();
        this.key = new SecretKeySpec(octets, "AES");
        Arrays.fill(octets, (byte) 0);
        try {
            cipher = Cipher.getInstance("AES/CBC/NoPadding");
            block = Cipher.getInstance("AES/ECB/NoPadding");
            block.init(Cipher.ENCRYPT_MODE, this.key);
            mac = digest.mac(macKey);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES is part of the JDK", e);
        }
    }

    int macLength() {
        return mac.getMacLength();
    }

    /** Encrypts or decrypts in place under the IV that stands at {@code iv}. */
    void crypt(int mode, byte[] buffer, int iv, int at, int length)
            throws GeneralSecurityException {
        cipher.init(mode, key, new IvParameterSpec(buffer, iv, BLOCK));
        cipher.doFinal(buffer, at, length, buffer, at);
    }

    /** Writes an IV that was never used before under this key and cannot be foreseen. */
    void putIv(byte[] buffer, int at, int packetId) throws GeneralSecurityException {
        Arrays.fill(buffer, at, at + BLOCK, (byte) 0);
        Aead.INT.set(buffer, at, packetId);
        block.doFinal(buffer, at, BLOCK, buffer, at);
    }

    void putMac(byte[] buffer, int at, int from, int length) throws GeneralSecurityException {
        mac.update(buffer, from, length);
        mac.doFinal(buffer, at);
    }

    /** Whether the HMAC at {@code at} is that of these octets. */
    boolean checkMac(byte[] buffer, int at, int from, int length) {
        mac.update(buffer, from, length);
        byte[] right = mac.doFinal();
        return MessageDigest.isEqual(right, Arrays.copyOfRange(buffer, at, at + right.length));
    }

    /** Forgets the HMAC's key. */
    void wipe() {
        try {
            mac.init(new SecretKeySpec(new byte[1], mac.getAlgorithm()));
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("any octets are an HMAC's key", e);
        }
    }
}
