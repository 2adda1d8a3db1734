package org.culvert.protocol.tls;

import org.culvert.secret.Secret;

import java.util.List;

/**
 * One end of a TLS connection as a byte machine: octets in, {@link TlsOutput}s out, no thread, no
 * socket. After {@link TlsOutput.Failed} it takes nothing more. One thread only.
 */
public interface TlsEngine extends AutoCloseable {
    /** The first flight of a client; a server has nothing to say yet. */
    List<TlsOutput> start();

    /** Octets of the peer, cut anywhere. */
    List<TlsOutput> receive(byte[] octets);

    /** Plaintext to send as one record (at most 2^14 octets); only once established. */
    List<TlsOutput> send(byte[] plaintext);

    /** A secret of RFC 5705's exporter without context; only once established. */
    Secret export(Exporter which);

    /** Wipes its keys. */
    @Override
    void close();
}
