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
    /** A profile is at most this many octets. */
    static final int LARGEST = 1 << 20;

    /** What came of the octets. */
    sealed interface Result {}

    /** Text with LF or CR LF; {@code from} names what it was where it has been converted. */
    record Text(String text, Optional<String> from) implements Result {}

    /** No profile. */
    record NoProfile(FileKind kind) implements Result {}

    private ProfileText() {}

    static Result of(byte[] octets) {
        if (octets.length > LARGEST) {
            return new NoProfile(FileKind.TOO_LARGE);
        }
        if (starts(octets, 'P', 'K', 3, 4)) {
            return new NoProfile(FileKind.ZIP);
        }
        return decode(octets)
                .filter(text -> hasFewZeros(text.text()))
                .map(ProfileText::judged)
                .orElse(new NoProfile(FileKind.BINARY));
    }

    /** A stray zero is white space, as for the reference; data has many. */
    private static boolean hasFewZeros(String text) {
        return text.chars().filter(c -> c == 0).count() <= text.length() / 50;
    }

    private static Result judged(Text decoded) {
        String text = decoded.text();
        if (text.isBlank()) {
            return new NoProfile(FileKind.EMPTY);
        }
        String start = text.stripLeading();
        start = start.substring(0, Math.min(9, start.length())).toLowerCase(Locale.ROOT);
        if (start.startsWith("<!doctype") || start.startsWith("<html")) {
            return new NoProfile(FileKind.HTML);
        }
        boolean oldMac = text.indexOf('\n') < 0 && text.indexOf('\r') >= 0;
        return oldMac ? new Text(text.replace('\r', '\n'), Optional.of("CR")) : decoded;
    }

    private static Optional<Text> decode(byte[] octets) {
        if (starts(octets, 0xff, 0xfe)) {
            return Optional.of(converted(octets, 2, StandardCharsets.UTF_16LE));
        }
        if (starts(octets, 0xfe, 0xff)) {
            return Optional.of(converted(octets, 2, StandardCharsets.UTF_16BE));
        }
        if (isEveryOtherZero(octets, 1)) {
            return Optional.of(converted(octets, 0, StandardCharsets.UTF_16LE));
        }
        if (isEveryOtherZero(octets, 0)) {
            return Optional.of(converted(octets, 0, StandardCharsets.UTF_16BE));
        }
        int skip = starts(octets, 0xef, 0xbb, 0xbf) ? 3 : 0;
        try {
            var body = ByteBuffer.wrap(octets, skip, octets.length - skip);
            String text = StandardCharsets.UTF_8.newDecoder().decode(body).toString();
            return Optional.of(new Text(text, Optional.empty()));
        } catch (CharacterCodingException _) {
            return latin(octets);
        }
    }

    /** The two kinds of UTF-16 without a mark, as western text has them. */
    private static boolean isEveryOtherZero(byte[] octets, int from) {
        int zeros = 0;
        for (int i = from; i < octets.length; i += 2) {
            zeros += octets[i] == 0 ? 1 : 0;
        }
        return octets.length >= 8 && octets.length % 2 == 0 && zeros > octets.length * 9 / 20;
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
                : Optional.of(converted(octets, 0, Charset.forName("windows-1252")));
    }

    private static Text converted(byte[] octets, int skip, Charset charset) {
        String text = new String(octets, skip, octets.length - skip, charset);
        return new Text(text, Optional.of(charset.name()));
    }

    private static boolean starts(byte[] octets, int... with) {
        for (int i = 0; i < with.length; i++) {
            if (i >= octets.length || (octets[i] & 0xff) != with[i]) {
                return false;
            }
        }
        return true;
    }
}
