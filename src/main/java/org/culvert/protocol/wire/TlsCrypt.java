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
 * tls-crypt: control packets encrypted with AES-256-CTR under an HMAC-SHA256 tag, which is the
 * initial counter block too (protocol 3.4; C: {@code tls_crypt_wrap}).
 *
 * <pre>
 *   first 1 | session 8 | counter 4 | time 4 | tag 32 | encrypted rest
 * </pre>
 */
public final class TlsCrypt implements ControlWrap {
    private static final int KEY = 32;

    /** Octets of a tag. */
    static final int TAG = 32;

    private static final int IV = 16;
    private static final int CLEAR = ControlPacket.HEAD + ReplayCounter.LENGTH;

    private final Secret key;
    private final Mac sendingMac;
    private final Mac receivingMac;
    private final SecretKeySpec sendingKey;
    private final SecretKeySpec receivingKey;
    private final Cipher cipher;
    private final ReplayCounter counter;
    private final ReplayCheck check = new ReplayCheck();

    /** A client sends with the second half of the key, a server with the first (protocol 3.1). */
    public TlsCrypt(Secret key, boolean client) {
        this(key, client, new ReplayCounter());
    }

    TlsCrypt(Secret key, boolean client, ReplayCounter counter) {
        this.key = key;
        this.counter = counter;
        int ours = client ? 1 : 0;
        sendingMac = StaticKey.hmac(key, ours, KEY, Digest.SHA256::hmac);
        receivingMac = StaticKey.hmac(key, 1 - ours, KEY, Digest.SHA256::hmac);
        sendingKey = StaticKey.cipher(key, ours, KEY, TlsCrypt::aes);
        receivingKey = StaticKey.cipher(key, 1 - ours, KEY, TlsCrypt::aes);
        try {
            cipher = Cipher.getInstance("AES/CTR/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-CTR is part of every JDK", e);
        }
    }

    /**
     * The wrapping of renegotiations: the secret that TLS exported, mixed with the static key where
     * there is one (protocol 3.6; C: {@code tls_session_generate_dynamic_tls_crypt_key}).
     */
    public static TlsCrypt renewed(Secret exported, Optional<Secret> staticKey, boolean client) {
        byte[] mixed = exported.copy();
        staticKey.ifPresent(key ->
                key.use(octets -> {
                    for (int i = 0; i < mixed.length; i++) {
                        mixed[i] ^= octets[i];
                    }
                    return octets.length;
                }));
        var key = Secret.of(mixed);
        Arrays.fill(mixed, (byte) 0);
        return new TlsCrypt(key, client);
    }

    @Override
    public ByteBuffer wrap(ControlPacket packet, int unixSeconds) {
        byte[] plain = packet.write();
        var out = ByteBuffer.allocate(plain.length + overhead());
        out.put(plain, 0, ControlPacket.HEAD).putLong(counter.next(unixSeconds));
        var rest = ByteBuffer.wrap(plain, ControlPacket.HEAD, plain.length - ControlPacket.HEAD);
        out.put(seal(out.slice(0, CLEAR), rest)).flip();
        return out;
    }

    /** Tag and ciphertext of {@code rest} under what stays readable. */
    byte[] seal(ByteBuffer clear, ByteBuffer rest) {
        byte[] tag = tag(sendingMac, clear, rest.duplicate());
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, sendingKey, tag, rest);
        return ByteBuffer.allocate(TAG + sealed.length).put(tag).put(sealed).array();
    }

    @Override
    public Unwrapped unwrap(ByteBuffer packet, long nowNanos) {
        ByteBuffer in = packet.slice();
        if (in.remaining() < CLEAR + TAG + 1) {
            return new Refused(Reason.MALFORMED);
        }
        byte[] claimed = new byte[TAG];
        in.get(CLEAR, claimed);
        ByteBuffer sealed = in.slice(CLEAR + TAG, in.remaining() - CLEAR - TAG);
        byte[] rest = crypt(Cipher.DECRYPT_MODE, receivingKey, claimed, sealed);
        byte[] tag = tag(receivingMac, in.slice(0, CLEAR), ByteBuffer.wrap(rest));
        if (!MessageDigest.isEqual(claimed, tag)) {
            return new Refused(Reason.FORGED);
        }
        if (!check.accept(in.getLong(ControlPacket.HEAD), nowNanos)) {
            return new Refused(Reason.REPLAYED);
        }
        var plain = ByteBuffer.allocate(ControlPacket.HEAD + rest.length);
        plain.put(in.slice(0, ControlPacket.HEAD)).put(rest).flip();
        return new PlainWrap().unwrap(plain, nowNanos);
    }

    @Override
    public int overhead() {
        return ReplayCounter.LENGTH + TAG;
    }

    @Override
    public Optional<Secret> staticKey() {
        return Optional.of(key);
    }

    private static byte[] tag(Mac mac, ByteBuffer clear, ByteBuffer rest) {
        mac.update(clear);
        mac.update(rest);
        return mac.doFinal();
    }

    private byte[] crypt(int mode, SecretKeySpec key, byte[] tag, ByteBuffer octets) {
        byte[] in = new byte[octets.remaining()];
        octets.get(in);
        try {
            cipher.init(mode, key, new IvParameterSpec(tag, 0, IV));
            return cipher.doFinal(in);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-CTR takes any octets", e);
        }
    }

    private static SecretKeySpec aes(byte[] key) {
        return new SecretKeySpec(key, "AES");
    }
}
