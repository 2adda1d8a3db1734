package org.culvert.profile;

import org.culvert.failure.FileKind;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** From the octets of a file to text, or to what the file looks like instead. */
final class ProfileText {
    private static final int LARGEST = 1 << 20;

    /** What came of the octets. */
    sealed interface Result {}

    /** Text; {@code converted} where it was not UTF-8. */
    record Text(String text, boolean converted) implements Result {}

    /** No profile. */
    record NoProfile(FileKind kind) implements Result {}

    private ProfileText() {}

    static Result of(byte[] octets) {
        if (octets.length > LARGEST) {
            return new NoProfile(FileKind.TOO_LARGE);
        }
        Optional<Text> decoded = decode(octets);
        if (decoded.isEmpty()) {
            return new NoProfile(FileKind.BINARY);
        }
        String text = decoded.get().text();
        if (text.isBlank()) {
            return new NoProfile(FileKind.EMPTY);
        }
        String start = text.strip().toLowerCase(Locale.ROOT);
        if (start.startsWith("<!doctype") || start.startsWith("<html")) {
            return new NoProfile(FileKind.HTML);
        }
        if (text.indexOf('\n') < 0 && text.indexOf('\r') >= 0) {
            return new Text(text.replace('\r', '\n'), true);
        }
        return decoded.get();
    }

    private static Optional<Text> decode(byte[] octets) {
        if (starts(octets, 0xff, 0xfe)) {
            return Optional.of(decoded(octets, 2, StandardCharsets.UTF_16LE));
        }
        if (starts(octets, 0xfe, 0xff)) {
            return Optional.of(decoded(octets, 2, StandardCharsets.UTF_16BE));
        }
        for (byte octet : octets) {
            if (octet == 0) {
                return Optional.empty();
            }
        }
        int skip = starts(octets, 0xef, 0xbb) ? 3 : 0;
        try {
            var body = ByteBuffer.wrap(octets, skip, octets.length - skip);
            return Optional.of(
                    new Text(StandardCharsets.UTF_8.newDecoder().decode(body).toString(), false));
        } catch (CharacterCodingException _) {
            return latin(octets);
        }
    }

    /** Old Windows text is text; octets that no text has are not. */
    private static Optional<Text> latin(byte[] octets) {
        int strange = 0;
        for (byte octet : octets) {
            if ((octet & 0xff) < 0x20 && octet != '\n' && octet != '\r' && octet != '\t') {
                strange++;
            }
        }
        return strange > octets.length / 50
                ? Optional.empty()
                : Optional.of(decoded(octets, 0, Charset.forName("windows-1252")));
    }

    private static Text decoded(byte[] octets, int skip, Charset charset) {
        return new Text(new String(octets, skip, octets.length - skip, charset), true);
    }

    private static boolean starts(byte[] octets, int first, int second) {
        return octets.length >= 2 && (octets[0] & 0xff) == first && (octets[1] & 0xff) == second;
    }
}
