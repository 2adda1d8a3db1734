package org.culvert.spec;

/**
 * Keepalive, limits and renegotiation, all in seconds; 0: off or not named.
 *
 * @param ping send a ping after this much silence
 * @param pingRestart start again after this much silence from the server
 * @param renegotiate new keys after this long; 3600 by default
 * @param handshakeWindow a handshake within this; 60 by default
 * @param limits when the tunnel is over for good
 */
public record Timers(
        int ping, int pingRestart, int renegotiate, int handshakeWindow, Limits limits) {
    /** The defaults of OpenVPN 2.6. */
    public static final Timers DEFAULT = new Timers(0, 120, 3600, 60);

    /** Without limits. */
    public Timers(int ping, int pingRestart, int renegotiate, int handshakeWindow) {
        this(ping, pingRestart, renegotiate, handshakeWindow, Limits.NONE);
    }

    /** Refuses negative times. */
    public Timers {
        int least = Math.min(Math.min(ping, pingRestart), renegotiate);
        if (least < 0 || handshakeWindow < 1) {
            throw new IllegalArgumentException("negative timer");
        }
    }

    /**
     * When a tunnel is over for good.
     *
     * @param silence the silence that {@code pingRestart} names ends it ({@code ping-exit})
     * @param idle too little went through it for so long ({@code inactive})
     * @param idleOctets how much is enough; 0: anything
     * @param longest it was up for so long ({@code session-timeout})
     */
    public record Limits(boolean silence, int idle, long idleOctets, int longest) {
        /** It is never over. */
        public static final Limits NONE = new Limits(false, 0, 0, 0);

        /** Refuses negative times. */
        public Limits {
            if (Math.min(idle, longest) < 0 || idleOctets < 0) {
                throw new IllegalArgumentException("negative limit");
            }
        }
    }
}
