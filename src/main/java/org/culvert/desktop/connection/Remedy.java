package org.culvert.desktop.connection;

import org.culvert.failure.Failure;
import org.culvert.failure.FailureCode;

import java.util.List;
import java.util.Locale;

/** What can be done about a failure with one click. */
public enum Remedy {
    /** Connect once more. */
    AGAIN,
    /** Drop the link and connect at once. */
    RECONNECT,
    /** Go on, and look names up as before. */
    WITHOUT_DNS,
    /** Connect once more, to be asked for a fresh code. */
    ENTER_CODE,
    /** Choose another file than the one that failed. */
    CHOOSE_FILE,
    /** Import a new file of the same profile. */
    IMPORT_FILE,
    /** Give up the protection: traffic goes the usual way. */
    ALLOW_TRAFFIC,
    /** Put the command that helps on the clipboard. */
    COPY_COMMAND,
    /** Put the server's words on the clipboard. */
    COPY_MESSAGE,
    /** Put what an administrator needs on the clipboard. */
    COPY_REPORT,
    /** Show the log. */
    DETAILS;

    /** At most three for {@code failure}, the most likely first. */
    public static List<Remedy> of(Failure failure) {
        return of(failure.code()).stream()
                .filter(remedy -> remedy != COPY_COMMAND || HelpingCommand.of(failure).isPresent())
                .toList();
    }

    private static List<Remedy> of(FailureCode code) {
        return switch (code) {
            case AUTH_1, AUTH_3, AUTH_5 -> List.of(AGAIN, DETAILS);
            case AUTH_2 -> List.of(AGAIN, COPY_MESSAGE, DETAILS);
            case AUTH_4 -> List.of(ENTER_CODE, DETAILS);
            case NET_1, LNK_1, TLS_6, CFG_2 -> List.of(DETAILS);
            case NET_2, NET_3, NET_5, NET_6, TLS_2, SYS_2 -> List.of(AGAIN, DETAILS);
            case SYS_3 -> List.of(AGAIN, WITHOUT_DNS, DETAILS);
            case NET_4, TLS_5 -> List.of(AGAIN, COPY_REPORT, DETAILS);
            case TLS_1 -> List.of(IMPORT_FILE, AGAIN, DETAILS);
            case TLS_3, CIP_1 -> List.of(COPY_REPORT, DETAILS);
            case TLS_4, CFG_4, CFG_6 -> List.of(IMPORT_FILE, COPY_REPORT);
            case CFG_1 -> List.of(IMPORT_FILE, COPY_REPORT, DETAILS);
            case CFG_3, CFG_5 -> List.of(CHOOSE_FILE);
            case CFG_7 -> List.of(CHOOSE_FILE, COPY_COMMAND);
            case HLP_1, HLP_2, HLP_3, HLP_4 -> List.of(COPY_COMMAND, AGAIN);
            case SYS_1 -> List.of(AGAIN, COPY_COMMAND, DETAILS);
            case LNK_2 -> List.of(RECONNECT, DETAILS);
            case KS_1 -> List.of(RECONNECT, ALLOW_TRAFFIC, DETAILS);
        };
    }

    /** The key of its words. */
    String key() {
        return "remedy." + name().toLowerCase(Locale.ROOT);
    }
}
