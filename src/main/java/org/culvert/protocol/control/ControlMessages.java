package org.culvert.protocol.control;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Splits records into the texts of the control channel (protocol 7.1). */
public final class ControlMessages {
    private static final String PUSH_REPLY = "PUSH_REPLY";
    private static final String MORE_COMES = ",push-continuation 2";
    private static final String THE_LAST = ",push-continuation 1";
    private static final int LONGEST_PUSH = 1023 - MORE_COMES.length();

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

    /**
     * The messages that push {@code options} in this order, each short enough for any client; all
     * but the last say that more comes (protocol 7.2; C: {@code send_push_options}).
     */
    public static List<String> pushReply(List<String> options) {
        var messages = new ArrayList<String>();
        var message = new StringBuilder(PUSH_REPLY);
        for (String option : options) {
            if (message.length() + 1 + option.length() > LONGEST_PUSH) {
                messages.add(message.append(MORE_COMES).toString());
                message = new StringBuilder(PUSH_REPLY);
            }
            message.append(',').append(option);
        }
        messages.add(message.append(messages.isEmpty() ? "" : THE_LAST).toString());
        return messages;
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
