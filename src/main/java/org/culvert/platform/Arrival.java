package org.culvert.platform;

import org.culvert.net.Endpoint;

import java.nio.ByteBuffer;

/** A stranger at an {@link Entrance}; nothing is kept of him until he is welcome. */
public interface Arrival {
    /** Where he knocks from. */
    Endpoint from();

    /** His first datagram, the receiver's own; empty on a stream. */
    ByteBuffer first();

    /** A link with him alone, the caller's to close; where that fails he is turned away. */
    Link welcome() throws PlatformException;

    /** Not welcome: a stream is closed, a datagram forgotten. */
    void turnAway();
}
