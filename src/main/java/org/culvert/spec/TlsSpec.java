package org.culvert.spec;

import org.culvert.keys.KeyFile;
import org.culvert.secret.Secret;

import java.util.List;
import java.util.Optional;

/**
 * Who is trusted and who we are.
 *
 * @param ca PEM certificates that a server's chain must end in
 * @param identity our certificate and key, where the server wants one
 * @param check what the server's certificate must say
 * @param minVersion lowest version offered
 * @param maxVersion highest version offered
 * @param groups names of key exchange groups in order; empty: our default, X25519MLKEM768 first
 * @param cipherSuites IANA names of suites for TLS 1.2; empty: our default
 */
public record TlsSpec(
        String ca,
        Optional<Identity> identity,
        ServerCheck check,
        TlsVersion minVersion,
        TlsVersion maxVersion,
        List<String> groups,
        List<String> cipherSuites) {
    /** Copies its lists; refuses an empty version range. */
    public TlsSpec {
        groups = List.copyOf(groups);
        cipherSuites = List.copyOf(cipherSuites);
        if (minVersion.compareTo(maxVersion) > 0) {
            throw new IllegalArgumentException("tls versions " + minVersion + ".." + maxVersion);
        }
    }

    /** Whether our key needs a passphrase before it can be used. */
    public boolean isKeyLocked() {
        return identity.filter(own ->
                        KeyFile.read(own.key(), Optional.empty())
                                instanceof KeyFile.PassphraseNeeded)
                .isPresent();
    }

    /** A version of TLS. */
    public enum TlsVersion {
        /** RFC 5246. */
        TLS_1_2,
        /** RFC 8446. */
        TLS_1_3
    }

    /**
     * Our certificate and key.
     *
     * @param certificates PEM, our own first, then intermediates
     * @param key PEM of the private key, perhaps encrypted
     */
    public record Identity(String certificates, Secret key) {}

    /**
     * What the server's certificate must say besides its chain.
     *
     * @param serverUsage {@code remote-cert-tls server}: key usage and extended key usage
     * @param name {@code verify-x509-name}
     * @param unverifiedAccepted a person has agreed to a profile without either
     */
    public record ServerCheck(
            boolean serverUsage, Optional<NameCheck> name, boolean unverifiedAccepted) {
        /** Whether the profile says how to know the server. */
        public boolean verifies() {
            return serverUsage || name.isPresent();
        }
    }

    /** A form of {@code verify-x509-name} and the text that must match. */
    public record NameCheck(Form form, String text) {
        /** What is compared. */
        public enum Form {
            /** The whole subject. */
            SUBJECT,
            /** The common name. */
            NAME,
            /** The start of the common name. */
            NAME_PREFIX
        }
    }
}
