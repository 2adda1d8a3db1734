package org.culvert.keys;

import org.culvert.secret.Secret;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * The text form of a client's tls-crypt-v2 key: its own 256 octets, then the same key as only the
 * server can read it (protocol 3.5).
 *
 * @param key 256 octets
 * @param wrapped at most 1024 octets, the last two say how many
 */
public record TlsCryptV2KeyFile(Secret key, Secret wrapped) {
    private static final String BEGIN = "-----BEGIN OpenVPN tls-crypt-v2 client key-----";
    private static final String END = "-----END OpenVPN tls-crypt-v2 client key-----";
    private static final int KEY = 256;
    private static final int SHORTEST = 32 + KEY + 2;
    private static final int LONGEST = 1024;

    /** The key in {@code text}; empty if it is no whole client key. */
    public static Optional<TlsCryptV2KeyFile> read(String text) {
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            return Optional.empty();
        }
        try {
            String body = text.substring(begin + BEGIN.length(), end).replaceAll("\\s", "");
            return split(Base64.getDecoder().decode(body));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<TlsCryptV2KeyFile> split(byte[] octets) {
        int wrapped = octets.length - KEY;
        if (wrapped < SHORTEST || wrapped > LONGEST || announced(octets) != wrapped) {
            return Optional.empty();
        }
        byte[] key = Arrays.copyOf(octets, KEY);
        byte[] rest = Arrays.copyOfRange(octets, KEY, octets.length);
        Arrays.fill(octets, (byte) 0);
        try {
            return Optional.of(new TlsCryptV2KeyFile(Secret.of(key), Secret.of(rest)));
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private static int announced(byte[] octets) {
        return (octets[octets.length - 2] & 0xff) << 8 | (octets[octets.length - 1] & 0xff);
    }
}
