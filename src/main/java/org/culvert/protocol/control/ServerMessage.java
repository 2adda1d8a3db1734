package org.culvert.protocol.control;

import org.culvert.protocol.control.ComeBack.Advance;

import java.util.List;

/** What a server says on the control channel (protocol 7). Its texts are unescaped. */
public sealed interface ServerMessage {
    /** A part of the settings; {@code more}: another part follows. */
    record PushReply(List<String> options, boolean more) implements ServerMessage {
        /** Copies its list. */
        public PushReply {
            options = List.copyOf(options);
        }
    }

    /** A part of a change of settings; {@code more}: another part follows. */
    record PushUpdate(List<String> items, boolean more) implements ServerMessage {
        /** Copies its list. */
        public PushUpdate {
            items = List.copyOf(items);
        }
    }

    /** Something that looks like a change of settings and is none. */
    record BrokenUpdate() implements ServerMessage {}

    /** Sign-in refused; empty text where no reason was given. */
    record AuthFailed(String reason) implements ServerMessage {}

    /** The server asks to wait, this long at most. */
    record AuthPending(int timeoutSeconds) implements ServerMessage {}

    /** Connect again, in this way; the flags before the text are not part of it. */
    record Restart(String text, ComeBack terms) implements ServerMessage {}

    /** Do not connect again. */
    record Halt(String text) implements ServerMessage {}

    /** The server leaves. */
    record Exit() implements ServerMessage {}

    /** Something for people. */
    record Notice(String text) implements ServerMessage {}

    /** A message that we do not know. */
    record Unknown() implements ServerMessage {}

    /** The message that {@code text} is. */
    static ServerMessage parse(String text) {
        return switch (text) {
            case String t when t.startsWith("PUSH_REPLY") -> pushReply(t);
            case String t when t.startsWith("PUSH_UPDATE") -> pushUpdate(t);
            case String t when t.startsWith("AUTH_FAILED") -> new AuthFailed(after(t));
            case String t when t.startsWith("AUTH_PENDING") -> pending(after(t));
            case String t when t.startsWith("RESTART") -> restart(after(t));
            case String t when t.startsWith("HALT") -> new Halt(after(t));
            case String t when t.startsWith("EXIT") -> new Exit();
            case String t when t.startsWith("INFO") -> new Notice(after(t));
            default -> new Unknown();
        };
    }

    private static String after(String text) {
        int comma = text.indexOf(',');
        return comma < 0 ? "" : text.substring(comma + 1);
    }

    /** {@code P} keeps the password, {@code N} goes on to the next server. */
    private static ServerMessage restart(String text) {
        int end = text.startsWith("[") ? text.indexOf(']') : -1;
        String flags = text.substring(0, Math.max(end, 0));
        Advance advance = flags.contains("N") ? Advance.REMOTE : Advance.NO;
        return new Restart(text.substring(end + 1), new ComeBack(advance, 0, !flags.contains("P")));
    }

    private static ServerMessage pending(String keywords) {
        for (String keyword : keywords.split(",", -1)) {
            if (keyword.matches("timeout [0-9]{1,6}")) {
                return new AuthPending(Integer.parseInt(keyword.substring("timeout ".length())));
            }
        }
        return new AuthPending(0);
    }

    private static ServerMessage pushReply(String text) {
        List<String> options = PushWords.options(after(text));
        return new PushReply(options, moreComes(options));
    }

    private static ServerMessage pushUpdate(String text) {
        List<String> items = PushWords.options(after(text));
        boolean whole = text.startsWith("PUSH_UPDATE,") && !items.isEmpty();
        return whole ? new PushUpdate(items, moreComes(items)) : new BrokenUpdate();
    }

    private static boolean moreComes(List<String> options) {
        return !options.isEmpty() && options.getLast().equals("push-continuation 2");
    }
}
