package org.culvert.protocol.wire;

/** The eight octets by which one side names a session; never all zero. */
public record SessionId(long value) {
    /** Octets on the wire. */
    public static final int LENGTH = 8;

    /** Stands where no peer is known yet. */
    public static final SessionId NONE = new SessionId(0);
}
