package org.culvert.tunnel;

import org.culvert.platform.Link;

import java.nio.ByteBuffer;

/**
 * An open way to a server.
 *
 * @param link octets go this way
 * @param front stands in front of every datagram, for a relay; else empty
 * @param early octets of the server's stream that came behind a proxy's answer
 */
public record Line(Link link, ByteBuffer front, ByteBuffer early) {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    /** Nothing stands between. */
    public static Line direct(Link link) {
        return new Line(link, NOTHING, NOTHING);
    }

    /** Through a proxy, which is a mere pipe from now on. */
    public static Line piped(Link link, ByteBuffer early) {
        return new Line(link, NOTHING, early);
    }

    /** Through a relay, which reads {@code front} of each datagram. */
    public static Line relayed(Link link, ByteBuffer front) {
        return new Line(link, front, NOTHING);
    }
}
