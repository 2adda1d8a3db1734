package org.culvert.keys;

import org.culvert.secret.Secret;

import java.util.HexFormat;
import java.util.Optional;

/** The text form of a static key: 256 octets in hex between two lines (protocol 3.1). */
public final class StaticKeyFile {
    private static final String BEGIN = "-----BEGIN OpenVPN Static key V1-----";
    private static final String END = "-----END OpenVPN Static key V1-----";
    private static final int HEX_DIGITS = 512;
    private static final int LINE = 32;

    private StaticKeyFile() {}

    /** The 256 octets; empty if {@code text} is no whole static key. */
    public static Optional<Secret> read(String text) {
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            return Optional.empty();
        }
        String digits = text.substring(begin + BEGIN.length(), end).replaceAll("\\s", "");
        if (digits.length() != HEX_DIGITS || !digits.matches("[0-9a-fA-F]*")) {
            return Optional.empty();
        }
        return Optional.of(Secret.of(HexFormat.of().parseHex(digits)));
    }

    /** The text form of 256 octets, sixteen a line. */
    public static Secret write(Secret key) {
        String digits = key.use(octets -> HexFormat.of().formatHex(octets));
        if (digits.length() != HEX_DIGITS) {
            throw new IllegalArgumentException("a static key has 256 octets");
        }
        String lines = digits.replaceAll("(.{" + LINE + "})", "$1\n");
        return Secret.ofUtf8(BEGIN + "\n" + lines + END + "\n");
    }
}
