package org.culvert.protocol.tls;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A chain that holds by RFC 5280: from the peer's own certificate up to one that the profile
 * trusts.
 *
 * @param certificates the peer's own first; without the anchor
 * @param anchor the trusted one
 */
record TrustPath(List<X509Certificate> certificates, X509Certificate anchor) {
    private static final int MOST_INTERMEDIATES = 8;
    private static final int KEY_CERT_SIGN = 5;

    /** Copies its list. */
    TrustPath {
        certificates = List.copyOf(certificates);
    }

    /**
     * A path at {@code at}, made of what the peer sent, below one of {@code anchors}, whose own
     * dates are the caller's concern; empty if there is none.
     */
    static Optional<TrustPath> build(
            List<X509Certificate> sent, Collection<X509Certificate> anchors, Instant at) {
        X509Certificate own = sent.getFirst();
        if (anchors.contains(own) && isSelfIssued(own)) {
            return Optional.of(new TrustPath(List.of(own), own));
        }
        try {
            var rules = rules(own, anchors, at);
            rules.addCertStore(
                    CertStore.getInstance("Collection", new CollectionCertStoreParameters(sent)));
            var result =
                    (PKIXCertPathBuilderResult) CertPathBuilder.getInstance("PKIX").build(rules);
            List<X509Certificate> path =
                    result.getCertPath().getCertificates().stream()
                            .map(X509Certificate.class::cast)
                            .toList();
            return anchors.stream()
                    .filter(ca -> isOf(ca, result.getTrustAnchor()))
                    .findFirst()
                    .map(ca -> new TrustPath(path, ca))
                    .filter(TrustPath::anchorAllows);
        } catch (GeneralSecurityException | RuntimeException _) {
            return Optional.empty();
        }
    }

    /** Whether {@code at} lies between the dates of {@code certificate}. */
    static boolean covers(X509Certificate certificate, Instant at) {
        return !at.isBefore(certificate.getNotBefore().toInstant())
                && !at.isAfter(certificate.getNotAfter().toInstant());
    }

    private static PKIXBuilderParameters rules(
            X509Certificate own, Collection<X509Certificate> anchors, Instant at)
            throws GeneralSecurityException {
        var target = new X509CertSelector();
        target.setCertificate(own);
        var rules =
                new PKIXBuilderParameters(
                        anchors.stream().map(TrustPath::dateless).collect(Collectors.toSet()),
                        target);
        rules.setDate(Date.from(at));
        rules.setRevocationEnabled(false);
        rules.setMaxPathLength(MOST_INTERMEDIATES);
        return rules;
    }

    /** Name and key alone: the library would leave out an authority that is not yet, or no more. */
    private static TrustAnchor dateless(X509Certificate ca) {
        return new TrustAnchor(ca.getSubjectX500Principal(), ca.getPublicKey(), null);
    }

    private static boolean isOf(X509Certificate ca, TrustAnchor anchor) {
        return ca.getSubjectX500Principal().equals(anchor.getCA())
                && ca.getPublicKey().equals(anchor.getCAPublicKey());
    }

    /** RFC 5280 leaves the anchor's own words out of a path; OpenSSL heeds them, and so do we. */
    private boolean anchorAllows() {
        boolean[] usage = anchor.getKeyUsage();
        long intermediates = certificates.stream().skip(1).filter(ca -> !isSelfIssued(ca)).count();
        return (usage == null || usage[KEY_CERT_SIGN])
                && (anchor.getVersion() < 3 || anchor.getBasicConstraints() >= intermediates);
    }

    private static boolean isSelfIssued(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    }
}
