package org.culvert.keys;

import org.culvert.keys.PemText.Block;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Certificates from PEM and DER (C: {@code ssl_openssl.c} loading). */
public final class Certificates {
    /** A certificate with OpenSSL's own remarks behind it. */
    private static final String TRUSTED = "TRUSTED CERTIFICATE";

    private Certificates() {}

    /** The certificates of a PEM text in order; empty if there is none or one is broken. */
    public static Optional<List<X509Certificate>> fromPem(String text) {
        Optional<List<Block>> blocks = PemText.read(text);
        var found = new ArrayList<X509Certificate>();
        for (Block block : blocks.orElse(List.of())) {
            if (block.label().endsWith("CERTIFICATE")) {
                Optional<X509Certificate> certificate =
                        read(block.der(), block.label().equals(TRUSTED));
                if (certificate.isEmpty()) {
                    return Optional.empty();
                }
                found.add(certificate.get());
            }
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(found));
    }

    /** The certificate that {@code octets} encode, all of them; empty if they encode none. */
    public static Optional<X509Certificate> fromDer(byte[] octets) {
        return read(octets, false);
    }

    /** PEM of {@code certificates}, one after the other. */
    public static String toPem(List<X509Certificate> certificates) {
        var encoder = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
        var text = new StringBuilder();
        for (X509Certificate certificate : certificates) {
            text.append("-----BEGIN CERTIFICATE-----\n")
                    .append(encoder.encodeToString(encoded(certificate)))
                    .append("\n-----END CERTIFICATE-----\n");
        }
        return text.toString();
    }

    /** The SHA-256 fingerprint: 64 hex digits in lower case. */
    public static String fingerprint(X509Certificate certificate) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(encoded(certificate));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The DER that {@code certificate} was read from. */
    static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a parsed certificate has its octets", e);
        }
    }

    private static Optional<X509Certificate> read(byte[] octets, boolean remarksFollow) {
        try {
            var input = new ByteArrayInputStream(octets);
            var certificate = CertificateFactory.getInstance("X.509").generateCertificate(input);
            return remarksFollow || input.available() == 0
                    ? Optional.of((X509Certificate) certificate)
                    : Optional.empty();
        } catch (CertificateException | RuntimeException _) {
            return Optional.empty();
        }
    }
}
