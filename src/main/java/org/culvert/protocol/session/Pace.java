package org.culvert.protocol.session;

/**
 * Times that both sides of a session keep.
 *
 * @param handshakeWindowSeconds a handshake, and the settings after it, within this
 * @param renegotiateSeconds new keys after this; 0: never by ourselves
 * @param wallMillisAtZero the wall clock when the owner's clock showed 0
 */
public record Pace(int handshakeWindowSeconds, int renegotiateSeconds, long wallMillisAtZero) {
    /** The wall clock, milliseconds since 1970, at {@code nowNanos} of the owner's clock. */
    long wallMillis(long nowNanos) {
        return wallMillisAtZero + nowNanos / 1_000_000;
    }

    long handshakeWindowNanos() {
        return nanos(handshakeWindowSeconds);
    }

    /** When new keys are due that were made at {@code nowNanos}. */
    long renegotiateAt(long nowNanos) {
        return renegotiateSeconds == 0 ? Long.MAX_VALUE : nowNanos + nanos(renegotiateSeconds);
    }

    /** How long the peer may take until it surely has new keys (protocol 9.3). */
    long switchNanos() {
        int half = renegotiateSeconds / 2;
        return nanos(half > 0 ? Math.min(half, handshakeWindowSeconds) : handshakeWindowSeconds);
    }

    /** Nanoseconds of {@code seconds}. */
    static long nanos(long seconds) {
        return seconds * 1_000_000_000L;
    }
}
