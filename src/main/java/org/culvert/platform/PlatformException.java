package org.culvert.platform;

import org.culvert.failure.FailureText;
import org.culvert.failure.Phrase;

import java.util.Locale;

/** The operating system refused a call. The message names call, error and target. */
public final class PlatformException extends Exception {
    private static final long serialVersionUID = 1;

    private static final int ENETDOWN = 100;
    private static final int ENETUNREACH = 101;
    private static final int ECONNREFUSED = 111;

    private static final int EHOSTUNREACH = 113;

    private final int errno;
    private final transient Phrase reason;

    /** The {@code call} as it is known in its manual, and the error number (0 where none). */
    public PlatformException(String call, int errno, String words) {
        super(call + ": " + (errno == 0 ? "" : "[" + errno + "] ") + words);
        this.errno = errno;
        this.reason = errno == 0 ? Phrase.said(words) : Phrase.system(errno);
    }

    /** The {@code call}, and why it failed where no error number says so. */
    public PlatformException(String call, Phrase reason) {
        super(call + ": " + FailureText.of(reason, Locale.ENGLISH));
        this.errno = 0;
        this.reason = reason;
    }

    /** Why, for people. */
    public Phrase reason() {
        return reason;
    }

    /** Whether the other side refused: nobody listens there. */
    public boolean refused() {
        return errno == ECONNREFUSED;
    }

    /** Whether this machine has no way out: its network is down, or nothing leads there. */
    public boolean offline() {
        return errno == ENETDOWN || errno == ENETUNREACH;
    }

    /** Whether nothing leads to the other side, as somebody on the way has said. */
    public boolean unreachable() {
        return errno == EHOSTUNREACH;
    }

    /** The error number, 0 where there is none. */
    public int errno() {
        return errno;
    }
}
