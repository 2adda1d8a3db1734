package org.culvert.desktop.connection;

import org.culvert.desktop.look.Look;
import org.culvert.failure.Failure;
import org.culvert.failure.FailureCode;
import org.culvert.failure.FailureText;

/**
 * A failure ready to be shown.
 *
 * @param role bad, or warn where nothing is lost yet
 * @param title what happened
 * @param text why, and what to do
 * @param code small at the right
 */
public record Banner(String role, String title, String text, String code) {
    /** The banner of {@code failure}. */
    public static Banner of(Failure failure, Look look) {
        FailureText words = FailureText.of(failure, look.texts().locale());
        return new Banner(
                lost(failure.code()) ? "bad" : "warn",
                words.title(),
                words.text(),
                failure.code().text());
    }

    private static boolean lost(FailureCode code) {
        return switch (code) {
            case NET_1, TLS_6, LNK_1, LNK_2 -> false;
            default -> true;
        };
    }
}
