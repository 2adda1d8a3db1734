package org.culvert.spec;

/**
 * Keepalive, limits and renegotiation, all in seconds; 0: off or not named.
 *
 * @param ping send a ping after this much silence
 * @param pingRestart start again after this much silence from the server
 * @param renegotiate new keys after this long; 3600 by default
 * @param handshakeWindow a handshake within this; 60 by default
 */
public record Timers(int ping, int pingRestart, int renegotiate, int handshakeWindow) {
    /** The defaults of OpenVPN 2.6. */
    public static final Timers DEFAULT = new Timers(0, 120, 3600, 60);

    /** Refuses negative times. */
    public Timers {
        int least = Math.min(Math.min(ping, pingRestart), renegotiate);
        if (least < 0 || handshakeWindow < 1) {
            throw new IllegalArgumentException("negative timer");
        }
    }
}
