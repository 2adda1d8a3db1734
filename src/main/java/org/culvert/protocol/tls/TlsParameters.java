package org.culvert.protocol.tls;

import org.culvert.keys.PrivateKey;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * What an engine needs to know, already parsed.
 *
 * @param trusted certificates that the peer's chain must end in
 * @param identity our chain and key
 * @param check what the peer's certificate must say
 * @param minVersion lowest version, {@code 12} or {@code 13}
 * @param maxVersion highest version
 * @param groups key exchange groups by their IANA numbers, in order; the first two get key shares
 * @param cipherSuites suites for TLS 1.2 and 1.3 by their IANA numbers; empty: our default
 */
public record TlsParameters(
        List<X509Certificate> trusted,
        Optional<Identity> identity,
        PeerCheck check,
        int minVersion,
        int maxVersion,
        List<Integer> groups,
        List<Integer> cipherSuites) {
    /** Copies its lists. */
    public TlsParameters {
        trusted = List.copyOf(trusted);
        groups = List.copyOf(groups);
        cipherSuites = List.copyOf(cipherSuites);
    }

    /** Our certificate first, then intermediates, and the key. */
    public record Identity(List<X509Certificate> chain, PrivateKey key) {
        /** Copies its list. */
        public Identity {
            chain = List.copyOf(chain);
        }
    }
}
