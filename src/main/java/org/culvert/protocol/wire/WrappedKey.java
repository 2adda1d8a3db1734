package org.culvert.protocol.wire;

import org.culvert.secret.Secret;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;

import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A client's tls-crypt-v2 key, sealed so that only the server can read it (protocol 3.5).
 *
 * <pre>
 *   tag 32 | encrypted (client key 256 | metadata) | length of all 2
 *   tag = HMAC-SHA256(length | client key | metadata), its first half is the counter block
 * </pre>
 *
 * @param key the client's 256 octets
 * @param metadata type and value, at most 734 octets
 */
public record WrappedKey(Secret key, ByteBuffer metadata) {
    /** Octets of a server's key. */
    public static final int SERVER_KEY = 128;

    private static final int KEY = 32;
    private static final int MAC_KEY_AT = 64;
    private static final int TAG = 32;
    private static final int IV = 16;
    private static final int LENGTH = 2;
    private static final int LONGEST = 1024;

    /** What {@code wrapped} holds; empty if {@code serverKey} has not sealed it. */
    public static Optional<WrappedKey> open(Secret serverKey, ByteBuffer wrapped) {
        ByteBuffer in = wrapped.slice();
        int body = in.limit() - TAG - LENGTH;
        if (body < StaticKey.LENGTH || in.limit() > LONGEST) {
            return Optional.empty();
        }
        byte[] tag = new byte[TAG];
        in.get(0, tag);
        byte[] plain = crypt(Cipher.DECRYPT_MODE, serverKey, tag, in.slice(TAG, body));
        byte[] length = new byte[LENGTH];
        in.get(TAG + body, length);
        if (!MessageDigest.isEqual(tag, tag(serverKey, length, plain))) {
            return Optional.empty();
        }
        var key = Secret.of(Arrays.copyOf(plain, StaticKey.LENGTH));
        var metadata = ByteBuffer.wrap(plain, StaticKey.LENGTH, body - StaticKey.LENGTH).slice();
        return Optional.of(new WrappedKey(key, metadata.asReadOnlyBuffer()));
    }

    /** The octets that only the owner of {@code serverKey} can open. */
    public ByteBuffer seal(Secret serverKey) {
        byte[] plain = new byte[StaticKey.LENGTH + metadata.remaining()];
        key.use(octets -> ByteBuffer.wrap(plain).put(octets).put(metadata.duplicate()));
        int whole = TAG + plain.length + LENGTH;
        byte[] length = {(byte) (whole >> 8), (byte) whole};
        byte[] tag = tag(serverKey, length, plain);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, serverKey, tag, ByteBuffer.wrap(plain));
        Arrays.fill(plain, (byte) 0);
        return ByteBuffer.allocate(whole).put(tag).put(sealed).put(length).flip();
    }

    private static byte[] tag(Secret serverKey, byte[] length, byte[] plain) {
        return serverKey.use(octets -> {
            byte[] key = Arrays.copyOfRange(octets, MAC_KEY_AT, MAC_KEY_AT + KEY);
            Mac mac = Digest.SHA256.hmac(key);
            Arrays.fill(key, (byte) 0);
            mac.update(length);
            mac.update(plain);
            return mac.doFinal();
        });
    }

    private static byte[] crypt(int mode, Secret serverKey, byte[] tag, ByteBuffer octets) {
        byte[] in = new byte[octets.remaining()];
        octets.get(in);
        return serverKey.use(key -> {
            try {
                Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
                var aes = new SecretKeySpec(key, 0, KEY, "AES");
                cipher.init(mode, aes, new IvParameterSpec(tag, 0, IV));
                return cipher.doFinal(in);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("AES-CTR is part of every JDK", e);
            }
        });
    }
}
