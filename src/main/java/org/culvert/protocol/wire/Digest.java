package org.culvert.protocol.wire;

import org.culvert.secret.Secret;

import java.security.GeneralSecurityException;
import java.util.Locale;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Digests that {@code auth} may name, used as HMAC (protocol 3.3). */
public enum Digest {
    /** Old, still met. */
    MD5("HmacMD5", 16),
    /** OpenVPN's default. */
    SHA1("HmacSHA1", 20),
    /** SHA-2. */
    SHA224("HmacSHA224", 28),
    /** SHA-2. */
    SHA256("HmacSHA256", 32),
    /** SHA-2. */
    SHA384("HmacSHA384", 48),
    /** SHA-2. */
    SHA512("HmacSHA512", 64),
    /** SHA-2, cut. */
    SHA512_256("HmacSHA512/256", 32),
    /** SHA-3. */
    SHA3_256("HmacSHA3-256", 32),
    /** SHA-3. */
    SHA3_384("HmacSHA3-384", 48),
    /** SHA-3. */
    SHA3_512("HmacSHA3-512", 64);

    private final String algorithm;
    private final int length;

    Digest(String algorithm, int length) {
        this.algorithm = algorithm;
        this.length = length;
    }

    /** Octets of the HMAC, and of its key. */
    public int length() {
        return length;
    }

    /** The digest that {@code auth} names, any case, with or without {@code RSA-} or a dash. */
    public static Optional<Digest> named(String name) {
        String plain = name.toUpperCase(Locale.ROOT).replace("RSA-", "");
        for (Digest digest : values()) {
            if (plain.equals(digest.openvpnName()) || plain.equals(digest.dashed())) {
                return Optional.of(digest);
            }
        }
        return Optional.empty();
    }

    /** The name in {@code auth} and in options strings. */
    public String openvpnName() {
        return name().replace('_', '-');
    }

    /** As some profiles write it: SHA-256. */
    private String dashed() {
        return name().replaceFirst("^SHA(?=[0-9]+$)", "SHA-");
    }

    /** An HMAC with this key. */
    public Mac mac(Secret key) {
        return key.use(this::hmac);
    }

    /** An HMAC with a copy of {@code key}. */
    Mac hmac(byte[] key) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(algorithm + " is part of every JDK", e);
        }
    }
}
