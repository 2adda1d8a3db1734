package org.culvert.desktop.connection;

import org.culvert.desktop.look.Look;
import org.culvert.failure.Failure;
import org.culvert.failure.FailureCode;
import org.culvert.failure.FailureText;
import org.culvert.ipc.State;

/**
 * A failure ready to be shown.
 *
 * @param role bad, or warn where nothing is lost yet
 * @param title what happened
 * @param text why, and what to do
 * @param code small at the right
 */
public record Banner(String role, String title, String text, String code) {
    /** The banner of {@code failure}, for which there is no tunnel. */
    public static Banner of(Failure failure, Look look) {
        return of(failure, State.FAILED, look);
    }

    /** The banner of {@code failure} while its tunnel is in {@code state}. */
    public static Banner of(Failure failure, State state, Look look) {
        FailureText words = FailureText.of(failure, look.texts().locale());
        boolean over = state == State.FAILED || state == State.BLOCKED;
        return new Banner(
                over && lost(failure.code()) ? "bad" : "warn",
                words.title(),
                words.text(),
                failure.code().text());
    }

    private static boolean lost(FailureCode code) {
        return switch (code) {
            case NET_1, TLS_6, LNK_1, LNK_2, LNK_3 -> false;
            default -> true;
        };
    }
}
