package org.culvert.protocol.control;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Splits records into the texts of the control channel (protocol 7.1). */
public final class ControlMessages {
    private ControlMessages() {}

    /**
     * The messages of one record. Trailing line ends are cut; a message with other control
     * characters, or without its NUL, is dropped whole.
     */
    public static List<String> split(ByteBuffer record) {
        var messages = new ArrayList<String>();
        ByteBuffer rest = record.slice();
        int start = 0;
        for (int i = 0; i < rest.limit(); i++) {
            if (rest.get(i) == 0) {
                text(rest.slice(start, i - start)).ifPresent(messages::add);
                start = i + 1;
            }
        }
        return messages;
    }

    /** The octets of one of our messages. */
    public static byte[] write(String message) {
        return (message + "\0").getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<String> text(ByteBuffer octets) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(octets).toString();
            int end = text.length();
            while (end > 0 && (text.charAt(end - 1) == '\r' || text.charAt(end - 1) == '\n')) {
                end--;
            }
            String cut = text.substring(0, end);
            boolean clean = cut.codePoints().noneMatch(Character::isISOControl);
            return clean ? Optional.of(cut) : Optional.empty();
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }
}
