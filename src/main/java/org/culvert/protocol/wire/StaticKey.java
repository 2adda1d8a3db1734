package org.culvert.protocol.wire;

import org.culvert.secret.Secret;

import java.util.Arrays;
import java.util.function.Function;

/**
 * The slices of a static key's 256 octets: two directions of cipher and HMAC key (protocol 3.1).
 */
final class StaticKey {
    static final int LENGTH = 256;

    private static final int SLOT = 64;

    private StaticKey() {}

    /** What {@code reader} makes of the first {@code length} octets of a cipher slot. */
    static <T> T cipher(Secret key, int direction, int length, Function<byte[], T> reader) {
        return slice(key, 2 * direction, length, reader);
    }

    /** What {@code reader} makes of the first {@code length} octets of an HMAC slot. */
    static <T> T hmac(Secret key, int direction, int length, Function<byte[], T> reader) {
        return slice(key, 2 * direction + 1, length, reader);
    }

    private static <T> T slice(Secret key, int slot, int length, Function<byte[], T> reader) {
        if (key.length() != LENGTH || length > SLOT) {
            throw new IllegalArgumentException("static key of " + key.length() + " octets");
        }
        return key.use(all -> {
            byte[] part = Arrays.copyOfRange(all, slot * SLOT, slot * SLOT + length);
            try {
                return reader.apply(part);
            } finally {
                Arrays.fill(part, (byte) 0);
            }
        });
    }
}
