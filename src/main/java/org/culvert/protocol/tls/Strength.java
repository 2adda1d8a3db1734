package org.culvert.protocol.tls;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.ECKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.params.Ed448PublicKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.util.PublicKeyFactory;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.Set;

/** What a certificate may be signed with and what key it may hold (security R53). */
final class Strength {
    private static final int SMALLEST_RSA = 2048;
    private static final int SMALLEST_EC = 256;
    private static final Set<ASN1ObjectIdentifier> SIGNATURES =
            Set.of(
                    PKCSObjectIdentifiers.sha256WithRSAEncryption,
                    PKCSObjectIdentifiers.sha384WithRSAEncryption,
                    PKCSObjectIdentifiers.sha512WithRSAEncryption,
                    PKCSObjectIdentifiers.sha512_256WithRSAEncryption,
                    NISTObjectIdentifiers.id_rsassa_pkcs1_v1_5_with_sha3_256,
                    NISTObjectIdentifiers.id_rsassa_pkcs1_v1_5_with_sha3_384,
                    NISTObjectIdentifiers.id_rsassa_pkcs1_v1_5_with_sha3_512,
                    X9ObjectIdentifiers.ecdsa_with_SHA256,
                    X9ObjectIdentifiers.ecdsa_with_SHA384,
                    X9ObjectIdentifiers.ecdsa_with_SHA512,
                    NISTObjectIdentifiers.id_ecdsa_with_sha3_256,
                    NISTObjectIdentifiers.id_ecdsa_with_sha3_384,
                    NISTObjectIdentifiers.id_ecdsa_with_sha3_512,
                    EdECObjectIdentifiers.id_Ed25519,
                    EdECObjectIdentifiers.id_Ed448);
    private static final Set<ASN1ObjectIdentifier> WEAK_DIGESTS =
            Set.of(
                    OIWObjectIdentifiers.idSHA1,
                    PKCSObjectIdentifiers.md2,
                    PKCSObjectIdentifiers.md4,
                    PKCSObjectIdentifiers.md5);

    private Strength() {}

    /** Whether the issuer's signature on {@code certificate} uses a digest we believe in. */
    static boolean ofSignature(X509Certificate certificate) {
        var algorithm = new ASN1ObjectIdentifier(certificate.getSigAlgOID());
        if (!algorithm.equals(PKCSObjectIdentifiers.id_RSASSA_PSS)) {
            return SIGNATURES.contains(algorithm);
        }
        byte[] parameters = certificate.getSigAlgParams();
        try {
            return parameters != null
                    && !WEAK_DIGESTS.contains(
                            RSASSAPSSparams.getInstance(parameters)
                                    .getHashAlgorithm()
                                    .getAlgorithm());
        } catch (RuntimeException _) {
            return false;
        }
    }

    /** Whether the public key of {@code certificate} is of a kind and size we accept. */
    static boolean ofKey(X509Certificate certificate) {
        try {
            return switch (PublicKeyFactory.createKey(certificate.getPublicKey().getEncoded())) {
                case RSAKeyParameters rsa -> rsa.getModulus().bitLength() >= SMALLEST_RSA;
                case ECKeyParameters ec -> ec.getParameters().getN().bitLength() >= SMALLEST_EC;
                case Ed25519PublicKeyParameters _ -> true;
                case Ed448PublicKeyParameters _ -> true;
                default -> false;
            };
        } catch (IOException | RuntimeException _) {
            return false;
        }
    }
}
