package org.culvert.secret;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.function.Function;

/**
 * Octets that cannot be printed and can be wiped. Whoever takes {@link #copy} wipes the copy;
 * {@link #use} does it by itself. Safe for threads: readers and {@link #close} exclude each other.
 */
public final class Secret implements AutoCloseable {
    private final byte[] octets;
    private boolean wiped;

    private Secret(byte[] octets) {
        this.octets = octets;
    }

    /** A secret with a copy of {@code octets}. */
    public static Secret of(byte[] octets) {
        return new Secret(octets.clone());
    }

    /** A secret with the UTF-8 octets of {@code text}. */
    public static Secret ofUtf8(CharSequence text) {
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(text));
        byte[] octets = new byte[encoded.remaining()];
        encoded.get(0, octets);
        encoded.clear().put(new byte[encoded.capacity()]);
        return new Secret(octets);
    }

    /** The number of octets. */
    public int length() {
        return octets.length;
    }

    /** A copy for a caller that wipes it. Throws {@link IllegalStateException} once closed. */
    public synchronized byte[] copy() {
        if (wiped) {
            throw new IllegalStateException("secret was wiped");
        }
        return octets.clone();
    }

    /** What {@code reader} makes of the octets; its copy is wiped afterwards. */
    public <T> T use(Function<byte[], T> reader) {
        byte[] copy = copy();
        try {
            return reader.apply(copy);
        } finally {
            Arrays.fill(copy, (byte) 0);
        }
    }

    /** Wipes the octets; a second call does nothing. */
    @Override
    public synchronized void close() {
        Arrays.fill(octets, (byte) 0);
        wiped = true;
    }

    /** Compares in a time that does not depend on where the first difference is. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Secret that && MessageDigest.isEqual(octets, that.octets);
    }

    @Override
    public int hashCode() {
        return 0;
    }

    @Override
    public String toString() {
        return "***";
    }
}
