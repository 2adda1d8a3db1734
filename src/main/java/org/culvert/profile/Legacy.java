package org.culvert.profile;

import org.culvert.keys.Certificates;

import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something of a profile that was usual once and is weaker than what is usual now.
 *
 * @param kind what it is
 * @param word how the profile has it
 */
public record Legacy(Kind kind, String word) {
    private static final int SMALLEST_RSA = 2048;

    /** What it is. */
    public enum Kind {
        /** A cipher without authentication of its own, spoken with an HMAC beside it. */
        CBC,
        /** Asks for compression, which is never done; the framing is spoken. */
        COMPRESSION,
        /** Asks for a version of TLS that is too old. */
        OLD_TLS,
        /** Knows the server by an old rule. */
        OLD_CHECK,
        /** A certificate with a short key or an old signature, which a connect refuses. */
        WEAK_CERTIFICATE
    }

    /** All of {@code profile}, each kind with its first word. */
    static List<Legacy> of(Profile profile) {
        var found = new ArrayList<Legacy>();
        cbc(profile).ifPresent(word -> found.add(new Legacy(Kind.CBC, word)));
        first(profile, "comp-lzo", "compress")
                .filter(d -> !d.argument(0).equals(Optional.of("migrate")))
                .ifPresent(d -> found.add(new Legacy(Kind.COMPRESSION, d.text())));
        first(profile, "tls-version-min")
                .flatMap(d -> d.argument(0))
                .filter(version -> version.matches("1\\.[01]"))
                .ifPresent(version -> found.add(new Legacy(Kind.OLD_TLS, version)));
        first(profile, "ns-cert-type", "tls-remote")
                .ifPresent(d -> found.add(new Legacy(Kind.OLD_CHECK, d.name())));
        weak(profile).ifPresent(word -> found.add(new Legacy(Kind.WEAK_CERTIFICATE, word)));
        return List.copyOf(found);
    }

    private static Optional<Directive> first(Profile profile, String... names) {
        return Stream.of(names).flatMap(profile::all).findFirst();
    }

    private static Optional<String> cbc(Profile profile) {
        return Stream.of("cipher", "data-ciphers", "ncp-ciphers", "data-ciphers-fallback")
                .flatMap(profile::all)
                .flatMap(d -> d.argument(0).stream())
                .flatMap(list -> Stream.of(list.toUpperCase(Locale.ROOT).split(":", -1)))
                .map(word -> word.replace("?", ""))
                .filter(word -> word.endsWith("-CBC") && Ciphers.SPOKEN.contains(word))
                .findFirst();
    }

    private static Optional<String> weak(Profile profile) {
        return Stream.of("cert", "ca")
                .flatMap(profile::all)
                .flatMap(d -> d.block().stream())
                .flatMap(text -> Certificates.fromPem(text).stream())
                .flatMap(List::stream)
                .flatMap(certificate -> weakness(certificate).stream())
                .findFirst();
    }

    /** A root's own signature proves nothing, so it may be of any kind. */
    private static Optional<String> weakness(X509Certificate certificate) {
        if (certificate.getPublicKey() instanceof RSAPublicKey rsa
                && rsa.getModulus().bitLength() < SMALLEST_RSA) {
            return Optional.of("RSA " + rsa.getModulus().bitLength());
        }
        boolean root =
                certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
        String signature = certificate.getSigAlgName().toUpperCase(Locale.ROOT);
        return Optional.of(signature).filter(name -> !root && name.matches("(SHA1|MD5|MD2).*"));
    }
}
