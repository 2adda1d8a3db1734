package org.culvert.protocol.tls;

import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed448PrivateKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.SignatureScheme;

import java.util.List;
import java.util.Vector;

/** Signature schemes: those we take, and those that our keys can make. None with SHA-1. */
final class Schemes {
    private static final List<Integer> PKCS1 =
            List.of(
                    SignatureScheme.rsa_pkcs1_sha256,
                    SignatureScheme.rsa_pkcs1_sha384,
                    SignatureScheme.rsa_pkcs1_sha512);
    private static final List<Integer> PSS =
            List.of(
                    SignatureScheme.rsa_pss_rsae_sha256,
                    SignatureScheme.rsa_pss_rsae_sha384,
                    SignatureScheme.rsa_pss_rsae_sha512);
    private static final List<Integer> TAKEN =
            List.of(
                    SignatureScheme.ed25519,
                    SignatureScheme.ecdsa_secp256r1_sha256,
                    SignatureScheme.ecdsa_secp384r1_sha384,
                    SignatureScheme.ecdsa_secp521r1_sha512,
                    SignatureScheme.ed448,
                    SignatureScheme.rsa_pss_rsae_sha256,
                    SignatureScheme.rsa_pss_rsae_sha384,
                    SignatureScheme.rsa_pss_rsae_sha512,
                    SignatureScheme.rsa_pss_pss_sha256,
                    SignatureScheme.rsa_pss_pss_sha384,
                    SignatureScheme.rsa_pss_pss_sha512,
                    SignatureScheme.rsa_pkcs1_sha256,
                    SignatureScheme.rsa_pkcs1_sha384,
                    SignatureScheme.rsa_pkcs1_sha512);

    private Schemes() {}

    /** What we take from a peer, in the library's terms. */
    @SuppressWarnings("JdkObsolete") // the library asks for a Vector
    static Vector<SignatureAndHashAlgorithm> taken() {
        var taken = new Vector<SignatureAndHashAlgorithm>();
        TAKEN.forEach(scheme -> taken.add(SignatureScheme.getSignatureAndHashAlgorithm(scheme)));
        return taken;
    }

    /** What {@code key} can sign with, best first; empty for a kind that TLS has no scheme for. */
    static List<Integer> of(AsymmetricKeyParameter key, boolean v13) {
        return switch (key) {
            case Ed25519PrivateKeyParameters _ -> List.of(SignatureScheme.ed25519);
            case Ed448PrivateKeyParameters _ -> List.of(SignatureScheme.ed448);
            case ECKeyParameters ec -> ecdsa(ec, v13);
            case RSAKeyParameters _ -> v13 ? PSS : PKCS1;
            default -> List.of();
        };
    }

    /** TLS 1.3 ties the hash to the curve, TLS 1.2 does not. */
    private static List<Integer> ecdsa(ECKeyParameters key, boolean v13) {
        int own =
                switch (key.getParameters().getN().bitLength()) {
                    case 256 -> SignatureScheme.ecdsa_secp256r1_sha256;
                    case 384 -> SignatureScheme.ecdsa_secp384r1_sha384;
                    default -> SignatureScheme.ecdsa_secp521r1_sha512;
                };
        return v13
                ? List.of(own)
                : List.of(
                        own,
                        SignatureScheme.ecdsa_secp256r1_sha256,
                        SignatureScheme.ecdsa_secp384r1_sha384);
    }
}
