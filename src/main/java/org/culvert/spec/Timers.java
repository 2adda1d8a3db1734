package org.culvert.spec;

/**
 * Keepalive, limits and renegotiation, all in seconds; 0: off or not named.
 *
 * @param ping send a ping after this much silence
 * @param pingRestart start again after this much silence from the server
 * @param renegotiate new keys after this long; 3600 by default
 * @param connectTimeout first byte of a server within this; 10 where not named
 * @param handshakeWindow a handshake within this; 60 by default
 * @param exitNotify how often to tell the server good-bye; 0: not
 */
public record Timers(
        int ping,
        int pingRestart,
        int renegotiate,
        int connectTimeout,
        int handshakeWindow,
        int exitNotify) {
    /** The defaults of OpenVPN 2.6, with the connect timeout of design section 7. */
    public static final Timers DEFAULT = new Timers(0, 120, 3600, 10, 60, 0);

    /** Refuses negative times. */
    public Timers {
        int least = Math.min(Math.min(ping, pingRestart), Math.min(renegotiate, exitNotify));
        if (least < 0 || connectTimeout < 1 || handshakeWindow < 1) {
            throw new IllegalArgumentException("negative timer");
        }
    }
}
