package org.culvert.keys;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;
import org.culvert.secret.Secret;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;

/** Certificates made on the spot. Times are relative to {@link #NOW}. */
public final class TestPki {
    /** The time of all tests. */
    public static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    private static int serial = 1;

    /** A certificate, its key, and whoever signed it. */
    public record Party(X509Certificate certificate, KeyPair keys) {
        /** PEM of the certificate. */
        public String pem() {
            return write(certificate);
        }

        /** PEM of the private key. */
        public Secret keyPem() {
            return Secret.of(write(keys.getPrivate()).getBytes(StandardCharsets.UTF_8));
        }

        /** The key as the product reads it. */
        public PrivateKey key() {
            return ((KeyFile.Loaded) KeyFile.read(keyPem(), Optional.empty())).key();
        }
    }

    /** What to put into a certificate; each method changes one thing. */
    public static final class Maker {
        private String subject = "CN=server";
        private String algorithm = "EC";
        private int size = 256;
        private String signature = "SHA256withECDSA";
        private Instant from = NOW.minus(Duration.ofDays(1));
        private Instant until = NOW.plus(Duration.ofDays(30));
        private Optional<KeyPurposeId> purpose = Optional.of(KeyPurposeId.id_kp_serverAuth);
        private boolean keyUsage = true;
        private boolean ca;
        private Optional<Integer> pathLength = Optional.empty();
        private Optional<String> signedWith = Optional.empty();
        private int usageBits;
        private boolean purposeCritical;
        private Optional<Extension> extra = Optional.empty();
        private Optional<KeyPair> keyPair = Optional.empty();

        /** The subject. */
        public Maker subject(String name) {
            subject = name;
            return this;
        }

        /** Key algorithm and size, with the signature's name that the key makes. */
        public Maker key(String name, int bits, String signatureName) {
            algorithm = name;
            size = bits;
            signature = signatureName;
            return this;
        }

        /** Validity. */
        public Maker valid(Duration since, Duration until) {
            this.from = NOW.plus(since);
            this.until = NOW.plus(until);
            return this;
        }

        /** For clients. */
        public Maker client() {
            purpose = Optional.of(KeyPurposeId.id_kp_clientAuth);
            return this;
        }

        /** Without extended key usage. */
        public Maker noPurpose() {
            purpose = Optional.empty();
            return this;
        }

        /** Without key usage. */
        public Maker noKeyUsage() {
            keyUsage = false;
            return this;
        }

        /** With these bits of key usage instead of those that fit. */
        public Maker keyUsage(int bits) {
            usageBits = bits;
            return this;
        }

        /** An authority that names a purpose. */
        public Maker purpose(KeyPurposeId id) {
            purpose = Optional.of(id);
            return this;
        }

        /** With the extended key usage marked critical. */
        public Maker criticalPurpose() {
            purposeCritical = true;
            return this;
        }

        /** With one more extension. */
        public Maker extension(String oid, boolean critical, byte[] value) {
            extra = Optional.of(new Extension(new ASN1ObjectIdentifier(oid), critical, value));
            return this;
        }

        /** Signed with this algorithm instead of the one that fits the issuer's key. */
        public Maker signedWith(String algorithmName) {
            signedWith = Optional.of(algorithmName);
            return this;
        }

        /** With a key that is there already. */
        public Maker keys(KeyPair keys) {
            keyPair = Optional.of(keys);
            return this;
        }

        /** A certificate authority. */
        public Maker authority() {
            ca = true;
            purpose = Optional.empty();
            return this;
        }

        /** At most this many authorities below it. */
        public Maker pathLength(int length) {
            pathLength = Optional.of(length);
            return this;
        }

        /** Signed by itself. */
        public Party self() {
            return make(Optional.empty());
        }

        /** Signed by {@code issuer}. */
        public Party by(Party issuer) {
            return make(Optional.of(issuer));
        }

        private Party make(Optional<Party> issuer) {
            try {
                KeyPair keys = keyPair.isPresent() ? keyPair.get() : generate();
                X500Name issuerName =
                        issuer.map(p -> name(p.certificate())).orElse(new X500Name(subject));
                var builder =
                        new JcaX509v3CertificateBuilder(
                                issuerName,
                                BigInteger.valueOf(serial++),
                                Date.from(from),
                                Date.from(until),
                                new X500Name(subject),
                                keys.getPublic());
                extend(builder);
                var signer =
                        new JcaContentSignerBuilder(
                                        signedWith.orElse(
                                                issuer.map(TestPki::signatureOf).orElse(signature)))
                                .build(issuer.map(Party::keys).orElse(keys).getPrivate());
                byte[] encoded = builder.build(signer).getEncoded();
                return new Party(Certificates.fromDer(encoded).orElseThrow(), keys);
            } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
                throw new IllegalStateException(e);
            }
        }

        private KeyPair generate() throws GeneralSecurityException {
            var generator = KeyPairGenerator.getInstance(algorithm);
            if (size > 0) {
                generator.initialize(size);
            }
            return generator.generateKeyPair();
        }

        private void extend(JcaX509v3CertificateBuilder builder) throws IOException {
            var constraints =
                    pathLength.map(BasicConstraints::new).orElse(new BasicConstraints(ca));
            builder.addExtension(Extension.basicConstraints, true, constraints);
            if (keyUsage) {
                int usage =
                        ca ? KeyUsage.keyCertSign | KeyUsage.cRLSign : KeyUsage.digitalSignature;
                builder.addExtension(
                        Extension.keyUsage, true, new KeyUsage(usageBits == 0 ? usage : usageBits));
            }
            if (purpose.isPresent()) {
                builder.addExtension(
                        Extension.extendedKeyUsage,
                        purposeCritical,
                        new ExtendedKeyUsage(purpose.get()));
            }
            if (extra.isPresent()) {
                builder.addExtension(extra.get());
            }
        }
    }

    private TestPki() {}

    /** A maker with the values of a good server. */
    public static Maker make() {
        return new Maker();
    }

    /** A good authority. */
    public static Party authority() {
        return make().subject("CN=Test CA").authority().self();
    }

    private static X500Name name(X509Certificate certificate) {
        return X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
    }

    private static String signatureOf(Party issuer) {
        return switch (issuer.keys().getPrivate().getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EdDSA", "Ed25519" -> "Ed25519";
            default -> "SHA256withECDSA";
        };
    }

    private static String write(Object object) {
        var text = new StringWriter();
        try (var writer = new JcaPEMWriter(text)) {
            writer.writeObject(
                    object instanceof java.security.PrivateKey key
                            ? new PemObject("PRIVATE KEY", key.getEncoded())
                            : object);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }
}
