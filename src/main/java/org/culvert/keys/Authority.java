package org.culvert.keys;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.culvert.secret.Secret;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;

/**
 * A small certificate authority that lives in memory only: its key is never written, so nobody can
 * sign with it once this object is gone. Keys are of the curve P-256 (RFC 5280, RFC 5480).
 */
public final class Authority {
    private static final String SIGNATURE = "SHA256withECDSA";
    private static final int SERIAL_BITS = 64;

    private final KeyPair keys;
    private final X509Certificate certificate;
    private final X500Name name;
    private final Instant from;
    private final Instant until;
    private final SecureRandom random;

    /** What a certificate is for. */
    public enum Purpose {
        /** A TLS server's. */
        SERVER,
        /** A TLS client's. */
        CLIENT;

        private KeyPurposeId id() {
            return this == SERVER ? KeyPurposeId.id_kp_serverAuth : KeyPurposeId.id_kp_clientAuth;
        }
    }

    /** A certificate and its private key as PEM (PKCS#8). */
    public record Issued(X509Certificate certificate, Secret key) {}

    /**
     * A fresh authority.
     *
     * @param commonName its own
     * @param now its certificates are valid from an hour before
     * @param days so long they are valid
     */
    public Authority(String commonName, Instant now, int days, SecureRandom random) {
        this.random = random;
        this.keys = freshKeys();
        this.name = named(commonName);
        this.from = now.minus(Duration.ofHours(1));
        this.until = now.plus(Duration.ofDays(days));
        this.certificate = sign(name, keys, new BasicConstraints(true), authorityUsage());
    }

    /** Its own certificate. */
    public X509Certificate certificate() {
        return certificate;
    }

    /** A certificate with a key of its own. */
    public Issued issue(String commonName, Purpose purpose) {
        KeyPair fresh = freshKeys();
        Extra usage =
                builder -> {
                    builder.addExtension(
                            Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
                    builder.addExtension(
                            Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose.id()));
                };
        X509Certificate signed = sign(named(commonName), fresh, new BasicConstraints(false), usage);
        return new Issued(signed, pem(fresh));
    }

    @FunctionalInterface
    private interface Extra {
        void addTo(JcaX509v3CertificateBuilder builder) throws CertIOException;
    }

    private static Extra authorityUsage() {
        return builder ->
                builder.addExtension(
                        Extension.keyUsage,
                        true,
                        new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
    }

    private X509Certificate sign(
            X500Name subject, KeyPair subjectKeys, BasicConstraints constraints, Extra extra) {
        try {
            var builder =
                    new JcaX509v3CertificateBuilder(
                            name,
                            new BigInteger(SERIAL_BITS, random).add(BigInteger.ONE),
                            Date.from(from),
                            Date.from(until),
                            subject,
                            subjectKeys.getPublic());
            builder.addExtension(Extension.basicConstraints, true, constraints);
            extra.addTo(builder);
            var signer =
                    new JcaContentSignerBuilder(SIGNATURE)
                            .setSecureRandom(random)
                            .build(keys.getPrivate());
            return Certificates.fromDer(builder.build(signer).getEncoded()).orElseThrow();
        } catch (OperatorCreationException | IOException e) {
            throw new IllegalStateException("every Java signs with " + SIGNATURE, e);
        }
    }

    private KeyPair freshKeys() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has P-256", e);
        }
    }

    private static X500Name named(String commonName) {
        return new X500Name("CN=" + commonName);
    }

    private static Secret pem(KeyPair pair) {
        var encoder = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
        return Secret.ofUtf8(
                "-----BEGIN PRIVATE KEY-----\n"
                        + encoder.encodeToString(pair.getPrivate().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n");
    }
}
