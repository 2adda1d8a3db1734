package org.culvert.desktop.connection;

import org.culvert.desktop.link.ProfileCard;
import org.culvert.failure.Failure;
import org.culvert.failure.FailureCode;
import org.culvert.ipc.State;
import org.culvert.net.Endpoint;
import org.culvert.net.Transport;

import java.util.List;
import java.util.Locale;

/** What can be done about a failure with one click. */
public enum Remedy {
    /** Connect once more, or at once where that is waited for. */
    AGAIN,
    /** Drop the link and connect at once. */
    RECONNECT,
    /** Go on, and look names up as before. */
    WITHOUT_DNS,
    /** Connect once more, to be asked for a fresh code. */
    ENTER_CODE,
    /** Connect by a server on TCP 443, which most networks let through. */
    TRY_TCP_443,
    /** End the tunnel. */
    DISCONNECT,
    /** Give up the attempt. */
    CANCEL,
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
    /** Put the certificate that was expected and the one that came on the clipboard. */
    COPY_CERTIFICATES,
    /** Put what an administrator needs on the clipboard. */
    COPY_REPORT,
    /** Show the log. */
    DETAILS;

    private static final int MOST = 3;
    private static final String WEB = "TCP 443";

    /**
     * At most three for {@code failure} of {@code profile}, whose tunnel is in {@code state}, the
     * most likely first.
     */
    public static List<Remedy> of(Failure failure, ProfileCard profile, State state) {
        return listed(failure).stream()
                .filter(remedy -> remedy.helps(failure, profile, state))
                .limit(MOST)
                .toList();
    }

    private boolean helps(Failure failure, ProfileCard profile, State state) {
        boolean over = state == State.FAILED || state == State.BLOCKED;
        return switch (this) {
            case COPY_COMMAND -> HelpingCommand.of(failure).isPresent();
            case TRY_TCP_443 -> over && profile.remotes().contains(WEB) && !failedByWeb(failure);
            case WITHOUT_DNS -> over;
            default -> true;
        };
    }

    private static boolean failedByWeb(Failure failure) {
        return failure instanceof Failure.NoAnswer(Endpoint remote, Transport by, var _, var _)
                && by == Transport.TCP
                && remote.port() == 443;
    }

    /** Everything that may help against {@code failure}, wherever it happens. */
    static List<Remedy> listed(Failure failure) {
        return failure instanceof Failure.ServerNotTrusted
                ? List.of(COPY_CERTIFICATES, COPY_REPORT, DETAILS)
                : listed(failure.code());
    }

    private static List<Remedy> listed(FailureCode code) {
        return switch (code) {
            case AUTH_1, AUTH_3, AUTH_5 -> List.of(AGAIN, DETAILS);
            case AUTH_2 -> List.of(AGAIN, COPY_MESSAGE, DETAILS);
            case AUTH_4 -> List.of(ENTER_CODE, DETAILS);
            case NET_1 -> List.of(CANCEL, DETAILS);
            case TLS_6, CFG_2 -> List.of(DETAILS);
            case NET_2, NET_5, NET_6, TLS_2, SYS_2 -> List.of(AGAIN, DETAILS);
            case NET_3 -> List.of(TRY_TCP_443, AGAIN, DETAILS);
            case SYS_3 -> List.of(AGAIN, WITHOUT_DNS, DETAILS);
            case NET_4 -> List.of(AGAIN, COPY_REPORT, DETAILS);
            case TLS_1 -> List.of(IMPORT_FILE, AGAIN, DETAILS);
            case TLS_3, TLS_5 -> List.of(COPY_REPORT, DETAILS);
            case TLS_4, CFG_4 -> List.of(IMPORT_FILE, COPY_REPORT);
            case CFG_6 -> List.of(CHOOSE_FILE, COPY_REPORT);
            case CIP_1 -> List.of(CHOOSE_FILE, COPY_REPORT, DETAILS);
            case CFG_1 -> List.of(IMPORT_FILE, COPY_REPORT, DETAILS);
            case CFG_3, CFG_5 -> List.of(CHOOSE_FILE);
            case CFG_7 -> List.of(CHOOSE_FILE, COPY_COMMAND);
            case HLP_1, HLP_2, HLP_3, HLP_4 -> List.of(COPY_COMMAND, AGAIN);
            case SYS_1 -> List.of(AGAIN, COPY_COMMAND, DETAILS);
            case LNK_1 -> List.of(DETAILS, DISCONNECT);
            case LNK_2, LNK_3 -> List.of(RECONNECT, DETAILS);
            case KS_1 -> List.of(RECONNECT, ALLOW_TRAFFIC, DETAILS);
        };
    }

    /** The key of its words. */
    String key() {
        return "remedy." + name().toLowerCase(Locale.ROOT);
    }
}
