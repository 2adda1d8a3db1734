package org.culvert.protocol.wire;

import org.culvert.secret.Secret;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Protection of control packets before TLS says a word (protocol 3). One object a session: it holds
 * the counter of what is sent and the memory of what came. One thread only.
 */
public sealed interface ControlWrap
        permits PlainWrap, TlsAuth, TlsCrypt, TlsCryptV2, TlsCryptV2Server {
    /** What came of a packet from the link. */
    sealed interface Unwrapped {}

    /** A packet that passed the check of this wrapping. */
    record Accepted(ControlPacket packet) implements Unwrapped {}

    /** A packet that did not. */
    record Refused(Reason reason) implements Unwrapped {}

    /** Why a packet was refused. */
    enum Reason {
        /** It is no control packet of this wrapping's shape. */
        MALFORMED,
        /** The check of its key failed. */
        FORGED,
        /** It came before. */
        REPLAYED
    }

    /**
     * The octets for the link. Every call uses up a counter value, so a retransmission is wrapped
     * afresh.
     *
     * @param unixSeconds wall clock; only that of the first call counts
     */
    ByteBuffer wrap(ControlPacket packet, int unixSeconds);

    /** Checks and unwraps what came from the link. {@code nowNanos} is the owner's clock. */
    Unwrapped unwrap(ByteBuffer packet, long nowNanos);

    /** Octets that this wrapping adds to a packet. */
    int overhead();

    /** The 256 octets of the static key; empty without one. */
    Optional<Secret> staticKey();

    /** Octets of a wrapped client key that go with some packets; 0 without one. */
    default int wrappedKeyLength() {
        return 0;
    }
}
