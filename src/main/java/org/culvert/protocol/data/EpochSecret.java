package org.culvert.protocol.data;

import org.culvert.secret.Secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret of one epoch, from which its key, its IV and the next epoch's secret follow (protocol
 * 6.5; C: {@code crypto_epoch.c}).
 */
final class EpochSecret {
    private static final int LENGTH = 32;
    private static final int IV = 12;
    private static final String MAC = "HmacSHA256";

    private final int epoch;
    private final Secret secret;

    private EpochSecret(int epoch, Secret secret) {
        this.epoch = epoch;
        this.secret = secret;
    }

    /** The secret of epoch 1. */
    static EpochSecret first(Secret secret) {
        return new EpochSecret(1, secret);
    }

    int epoch() {
        return epoch;
    }

    EpochSecret next() {
        return new EpochSecret(epoch + 1, derived("datakey upd", LENGTH));
    }

    /** The cipher's key of this epoch. */
    Secret key(int length) {
        return derived("data_key", length);
    }

    /** The twelve octets that are mixed into every nonce of this epoch. */
    Secret iv() {
        return derived("data_iv", IV);
    }

    private Secret derived(String label, int length) {
        byte[] octets = secret.use(s -> expandLabel(s, label, new byte[0], length));
        try {
            return Secret.of(octets);
        } finally {
            Arrays.fill(octets, (byte) 0);
        }
    }

    /** TLS 1.3's HKDF-Expand-Label with OpenVPN's prefix. */
    static byte[] expandLabel(byte[] secret, String label, byte[] context, int length) {
        byte[] name = ("ovpn " + label).getBytes(StandardCharsets.US_ASCII);
        var info = ByteBuffer.allocate(2 + 1 + name.length + 1 + context.length);
        info.putShort((short) length).put((byte) name.length).put(name);
        info.put((byte) context.length).put(context);
        return expand(secret, info.array(), length);
    }

    /** HKDF-Expand of RFC 5869 with SHA-256. */
    static byte[] expand(byte[] secret, byte[] info, int length) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(secret, MAC));
            byte[] out = new byte[length];
            byte[] block = new byte[0];
            for (int at = 0, i = 1; at < length; at += block.length, i++) {
                mac.update(block);
                mac.update(info);
                mac.update((byte) i);
                block = mac.doFinal();
                System.arraycopy(block, 0, out, at, Math.min(block.length, length - at));
            }
            return out;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is part of every JDK", e);
        }
    }
}
