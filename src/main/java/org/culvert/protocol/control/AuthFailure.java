package org.culvert.protocol.control;

import org.culvert.protocol.control.ComeBack.Advance;

import java.util.Optional;

/** What a server means by AUTH_FAILED (protocol 7.4). Its texts are unescaped. */
public sealed interface AuthFailure {
    /** User name or password is wrong, or the server says why not; empty text: no reason. */
    record Refused(String text) implements AuthFailure {}

    /** The session that a token stood for has ended. */
    record SessionEnded(String text) implements AuthFailure {}

    /** Not now; credentials and token stay good. */
    record Temporary(String text, ComeBack terms) implements AuthFailure {}

    /** A code is wanted, in a new connection. */
    record Challenged(DynamicChallenge challenge) implements AuthFailure {}

    /** What {@code reason}, the text behind AUTH_FAILED and its comma, means. */
    static AuthFailure parse(String reason) {
        if (reason.startsWith("TEMP")) {
            return temporary(reason.substring("TEMP".length()));
        }
        if (reason.equals("SESSION") || reason.startsWith("SESSION:")) {
            return new SessionEnded(reason.substring("SESSION".length()).replaceFirst("^: *", ""));
        }
        Optional<DynamicChallenge> challenge = DynamicChallenge.parse(reason);
        return challenge.<AuthFailure>map(Challenged::new).orElse(new Refused(reason));
    }

    private static AuthFailure temporary(String rest) {
        int close = rest.startsWith("[") ? rest.indexOf(']') : -1;
        String flags = close < 0 ? "" : rest.substring(1, close);
        String text = rest.substring(close + 1).replaceFirst("^:", "");
        int backOff = 0;
        Advance advance = Advance.NO;
        for (String flag : flags.split(",", -1)) {
            switch (flag) {
                case "advance addr" -> advance = Advance.ADDRESS;
                case "advance remote" -> advance = Advance.REMOTE;
                case String f when f.matches("backoff [0-9]{1,5}") ->
                        backOff = Integer.parseInt(f.substring("backoff ".length()));
                default -> {}
            }
        }
        return new Temporary(text, new ComeBack(advance, backOff, false));
    }
}
