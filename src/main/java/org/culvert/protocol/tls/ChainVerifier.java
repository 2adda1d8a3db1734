package org.culvert.protocol.tls;

import org.culvert.failure.Failure;
import org.culvert.keys.Subject;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Judges the peer's certificates by date, chain, strength, usage and name (security R51-R53). */
final class ChainVerifier {
    private static final int LONGEST_CHAIN = 8;
    private static final int SMALLEST_RSA = 2048;
    private static final int SMALLEST_EC = 256;

    private final TlsParameters parameters;
    private final Instant now;

    ChainVerifier(TlsParameters parameters, long nowMillis) {
        this.parameters = parameters;
        this.now = Instant.ofEpochMilli(nowMillis);
    }

    /** Empty if the chain, the peer's own certificate first, is accepted. */
    Optional<Failure> judge(List<X509Certificate> chain) {
        if (chain.isEmpty() || chain.size() > LONGEST_CHAIN) {
            return Optional.of(
                    new Failure.ServerNotTrusted(
                            expected(), chain.size() + " certificates in its chain"));
        }
        X509Certificate leaf = chain.getFirst();
        for (X509Certificate certificate : chain) {
            if (!strong(certificate)) {
                return Optional.of(refused(leaf));
            }
        }
        if (!chainsUp(chain, now)) {
            return Optional.of(outOfDate(chain).orElse(refused(leaf)));
        }
        return parameters.check().accepts(leaf) ? Optional.empty() : Optional.of(refused(leaf));
    }

    private Failure refused(X509Certificate leaf) {
        return new Failure.ServerNotTrusted(expected(), Subject.oneLine(leaf));
    }

    private String expected() {
        String signer =
                parameters.trusted().stream()
                        .map(ca -> Subject.commonName(ca).orElse(Subject.oneLine(ca)))
                        .collect(Collectors.joining(", "));
        return parameters.check().describe() + " / " + signer;
    }

    /** The date is the cause only where the same chain is good at a time that it names itself. */
    private Optional<Failure> outOfDate(List<X509Certificate> chain) {
        return chain.stream()
                .filter(certificate -> !covers(certificate, now))
                .findFirst()
                .filter(certificate -> chainsUp(chain, within(chain)))
                .map(certificate ->
                        new Failure.ServerCertificateExpired(
                                certificate.getNotBefore().toInstant(),
                                certificate.getNotAfter().toInstant(),
                                now));
    }

    private static Instant within(List<X509Certificate> chain) {
        return chain.stream()
                .map(certificate -> certificate.getNotBefore().toInstant())
                .max(Instant::compareTo)
                .orElseThrow()
                .plusSeconds(1);
    }

    private static boolean covers(X509Certificate certificate, Instant at) {
        return !at.isBefore(certificate.getNotBefore().toInstant())
                && !at.isAfter(certificate.getNotAfter().toInstant());
    }

    private boolean chainsUp(List<X509Certificate> chain, Instant at) {
        try {
            var anchors =
                    parameters.trusted().stream()
                            .map(ca -> new TrustAnchor(ca, null))
                            .collect(Collectors.toSet());
            var target = new X509CertSelector();
            target.setCertificate(chain.getFirst());
            var rules = new PKIXBuilderParameters(anchors, target);
            rules.setDate(Date.from(at));
            rules.setRevocationEnabled(false);
            rules.setMaxPathLength(LONGEST_CHAIN);
            rules.addCertStore(
                    CertStore.getInstance("Collection", new CollectionCertStoreParameters(chain)));
            CertPathBuilder.getInstance("PKIX").build(rules);
            return true;
        } catch (GeneralSecurityException | RuntimeException _) {
            return false;
        }
    }

    private static boolean strong(X509Certificate certificate) {
        String signature = certificate.getSigAlgName().toUpperCase(Locale.ROOT);
        boolean selfSigned =
                certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
        if (!selfSigned && (signature.startsWith("SHA1") || signature.startsWith("MD"))) {
            return false;
        }
        return switch (certificate.getPublicKey()) {
            case RSAPublicKey rsa -> rsa.getModulus().bitLength() >= SMALLEST_RSA;
            case ECPublicKey ec -> ec.getParams().getOrder().bitLength() >= SMALLEST_EC;
            default -> true;
        };
    }
}
