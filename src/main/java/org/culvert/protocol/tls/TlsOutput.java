package org.culvert.protocol.tls;

import org.culvert.failure.Failure;

import java.nio.ByteBuffer;

/** What a {@link TlsEngine} answers to an input. */
public sealed interface TlsOutput {
    /** Octets for the peer. */
    record Octets(ByteBuffer octets) implements TlsOutput {}

    /** Plaintext of the peer, one record. */
    record Plaintext(ByteBuffer octets) implements TlsOutput {}

    /** The handshake is done and the peer's certificate is accepted. */
    record Established(TlsFacts facts) implements TlsOutput {}

    /** The connection cannot go on; octets of an alert come before this. */
    record Failed(Failure failure) implements TlsOutput {}
}
