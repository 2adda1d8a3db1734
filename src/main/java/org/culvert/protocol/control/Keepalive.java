package org.culvert.protocol.control;

/**
 * How a tunnel that stands is kept, and when it is over (protocol 9.6), all in seconds; 0: never.
 *
 * @param ping send a ping after this much silence of ours
 * @param silence start again after this much silence of the server
 * @param silenceEnds such a silence ends the tunnel for good ({@code ping-exit})
 * @param idle the tunnel ends where less than {@code idleOctets} went through it for so long
 * @param idleOctets 0: where nothing did
 * @param longest the tunnel ends after this long
 */
public record Keepalive(
        int ping, int silence, boolean silenceEnds, int idle, long idleOctets, int longest) {
    /** Pings, and starting again: what servers push most often. */
    public Keepalive(int ping, int silence) {
        this(ping, silence, false, 0, 0, 0);
    }
}
