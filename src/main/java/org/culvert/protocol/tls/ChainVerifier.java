package org.culvert.protocol.tls;

import org.culvert.failure.Failure;
import org.culvert.failure.Phrase;
import org.culvert.keys.Subject;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Judges the peer's certificates by date, chain, strength, usage and name (security R51-R53). */
final class ChainVerifier {
    private static final int LONGEST_CHAIN = 8;

    private final TlsParameters parameters;
    private final PeerCheck.Usage role;
    private final Instant now;

    /**
     * @param role what the peer is
     * @param nowMillis wall clock, milliseconds since 1970
     */
    ChainVerifier(TlsParameters parameters, PeerCheck.Usage role, long nowMillis) {
        this.parameters = parameters;
        this.role = role;
        this.now = Instant.ofEpochMilli(nowMillis);
    }

    /** Empty if the chain, the peer's own certificate first, is accepted. */
    Optional<Failure> judge(List<X509Certificate> chain) {
        if (chain.isEmpty() || chain.size() > LONGEST_CHAIN) {
            return Optional.of(
                    refused(Phrase.of(Phrase.Kind.CHAIN_OF, Integer.toString(chain.size()))));
        }
        List<X509Certificate> valid =
                parameters.trusted().stream().filter(ca -> TrustPath.covers(ca, now)).toList();
        if (path(chain, valid, now).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                outOfDate(chain)
                        .orElseGet(() ->
                                refused(
                                        Phrase.of(
                                                Phrase.Kind.NAMED,
                                                Subject.oneLine(chain.getFirst())))));
    }

    /** A path below one of {@code anchors} that is good in every respect at {@code at}. */
    private Optional<TrustPath> path(
            List<X509Certificate> chain, Collection<X509Certificate> anchors, Instant at) {
        return TrustPath.build(chain, anchors, at)
                .filter(ChainVerifier::isStrong)
                .filter(path -> Purpose.allows(path.certificates(), role))
                .filter(path -> parameters.check().accepts(path.certificates().getFirst()));
    }

    /** The anchor is believed because it was given, not for its signature. */
    private static boolean isStrong(TrustPath path) {
        return path.certificates().stream()
                        .allMatch(certificate ->
                                Strength.ofKey(certificate)
                                        && (certificate.equals(path.anchor())
                                                || Strength.ofSignature(certificate)))
                && Strength.ofKey(path.anchor());
    }

    /**
     * The date is the cause only where the same chain is good at a time that one of it names. An
     * authority renewed since then, with the same key, still vouches for the signature.
     */
    private Optional<Failure> outOfDate(List<X509Certificate> chain) {
        return chain.stream()
                .map(certificate -> certificate.getNotBefore().toInstant().plusSeconds(1))
                .flatMap(then -> path(chain, parameters.trusted(), then).stream())
                .flatMap(path ->
                        Stream.concat(path.certificates().stream(), Stream.of(path.anchor())))
                .filter(certificate -> !TrustPath.covers(certificate, now))
                .findFirst()
                .map(certificate ->
                        new Failure.ServerCertificateExpired(
                                certificate.getNotBefore().toInstant(),
                                certificate.getNotAfter().toInstant(),
                                now));
    }

    private Failure refused(Phrase found) {
        String signer =
                parameters.trusted().stream()
                        .map(ca -> Subject.commonName(ca).orElse(Subject.oneLine(ca)))
                        .collect(Collectors.joining(", "));
        return new Failure.ServerNotTrusted(parameters.check().expected(signer), found);
    }
}
