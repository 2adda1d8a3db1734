package org.culvert.protocol.tls;

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

    /** RFC 5705 exporter without context; only once established. */
    byte[] export(String label, int length);

    /** Wipes its keys. */
    @Override
    void close();
}
