package org.culvert.protocol.session;

import org.culvert.net.Endpoint;
import org.culvert.net.Transport;
import org.culvert.prompt.Answer;
import org.culvert.protocol.control.PullPolicy;

import java.util.Optional;

/**
 * What a client's session needs to know, besides its keys.
 *
 * @param remote the server, for failures
 * @param transport UDP or TCP
 * @param extraKey whether control packets are wrapped
 * @param options our options string
 * @param peerInfo what we tell about ourselves
 * @param credentials sent in key method 2
 * @param policy what of the server's settings is taken
 * @param connectTimeoutSeconds first octet within this
 * @param handshakeWindowSeconds a handshake, and the settings after it, within this
 * @param renegotiateSeconds new keys after this; 0: never by ourselves
 * @param wallMillisAtZero the wall clock when the owner's clock showed 0
 */
public record SessionSettings(
        Endpoint remote,
        Transport transport,
        boolean extraKey,
        String options,
        String peerInfo,
        Optional<Answer.Credentials> credentials,
        PullPolicy policy,
        int connectTimeoutSeconds,
        int handshakeWindowSeconds,
        int renegotiateSeconds,
        long wallMillisAtZero) {
    /** The wall clock, milliseconds since 1970, at {@code nowNanos} of the owner's clock. */
    long wallMillis(long nowNanos) {
        return wallMillisAtZero + nowNanos / 1_000_000;
    }

    /** Nanoseconds of {@code seconds}. */
    static long nanos(long seconds) {
        return seconds * 1_000_000_000L;
    }
}
