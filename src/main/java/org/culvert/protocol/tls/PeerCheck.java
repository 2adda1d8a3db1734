package org.culvert.protocol.tls;

import org.culvert.failure.Phrase;
import org.culvert.keys.Subject;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * What a peer's certificate must say besides its chain (protocol 4.2). Chain and name are both
 * required: a name never replaces the chain.
 *
 * @param usage the extended key usage that must be there, with a key usage extension
 * @param name what the subject must be
 */
public record PeerCheck(Optional<Usage> usage, Optional<Name> name) {
    /** Nothing but the chain. */
    public static final PeerCheck CHAIN_ONLY = new PeerCheck(Optional.empty(), Optional.empty());

    /** An extended key usage. */
    public enum Usage {
        /** TLS server. */
        SERVER("1.3.6.1.5.5.7.3.1"),
        /** TLS client. */
        CLIENT("1.3.6.1.5.5.7.3.2");

        private final String oid;

        Usage(String oid) {
            this.oid = oid;
        }

        /** The dotted form. */
        String oid() {
            return oid;
        }
    }

    /** How a name is compared. */
    public enum Form {
        /** The whole subject. */
        SUBJECT,
        /** The common name. */
        NAME,
        /** The start of the common name. */
        NAME_PREFIX
    }

    /** A form and the text that must match, octet for octet. */
    public record Name(Form form, String text) {}

    /** Whether {@code certificate} says all that is asked for. */
    public boolean accepts(X509Certificate certificate) {
        return usage.stream().allMatch(needed -> hasUsage(certificate, needed))
                && name.stream().allMatch(needed -> hasName(certificate, needed));
    }

    /** What is expected below {@code authority}, in words for people. */
    Phrase expected(String authority) {
        Phrase.Kind nameless = usage.isPresent() ? Phrase.Kind.SERVER_BELOW : Phrase.Kind.ANY_BELOW;
        return name.map(wanted ->
                        Phrase.of(Phrase.Kind.CERTIFICATE_BELOW, wanted.text(), authority))
                .orElseGet(() -> Phrase.of(nameless, authority));
    }

    private static boolean hasUsage(X509Certificate certificate, Usage needed) {
        try {
            List<String> extended = certificate.getExtendedKeyUsage();
            return certificate.getKeyUsage() != null
                    && extended != null
                    && extended.contains(needed.oid);
        } catch (CertificateParsingException _) {
            return false;
        }
    }

    private static boolean hasName(X509Certificate certificate, Name needed) {
        return switch (needed.form()) {
            case SUBJECT -> Subject.oneLine(certificate).equals(needed.text());
            case NAME -> Subject.commonName(certificate).filter(needed.text()::equals).isPresent();
            case NAME_PREFIX ->
                    Subject.commonName(certificate)
                            .filter(name -> name.startsWith(needed.text()))
                            .isPresent();
        };
    }
}
