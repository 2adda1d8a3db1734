package org.culvert.platform;

/** The operating system refused a call. The message names call, error and target. */
public final class PlatformException extends Exception {
    private static final long serialVersionUID = 1;

    private static final int ENETDOWN = 100;
    private static final int ENETUNREACH = 101;
    private static final int ECONNREFUSED = 111;

    private final int errno;

    /** The {@code call} as it is known in its manual, and the error number (0 where none). */
    public PlatformException(String call, int errno, String reason) {
        super(call + ": " + (errno == 0 ? "" : "[" + errno + "] ") + reason);
        this.errno = errno;
    }

    /** Whether the other side refused: nobody listens there. */
    public boolean refused() {
        return errno == ECONNREFUSED;
    }

    /** Whether this machine has no way out: its network is down, or nothing leads there. */
    public boolean offline() {
        return errno == ENETDOWN || errno == ENETUNREACH;
    }

    /** The error number, 0 where there is none. */
    public int errno() {
        return errno;
    }
}
