package org.culvert.protocol.tls;

import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed448PrivateKeyParameters;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CertificateEntry;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.SignatureScheme;
import org.bouncycastle.tls.TlsContext;
import org.bouncycastle.tls.TlsCredentialedSigner;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.crypto.TlsCertificate;
import org.bouncycastle.tls.crypto.TlsCryptoParameters;
import org.bouncycastle.tls.crypto.impl.bc.BcDefaultTlsCredentialedSigner;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;

import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Hashtable;
import java.util.List;
import java.util.Vector;

/** Our certificate and key in the library's terms. */
final class Credentials {
    private Credentials() {}

    /** A signer with the first scheme that the peer takes and the key can do. */
    static TlsCredentialedSigner signer(
            TlsContext context,
            BcTlsCrypto crypto,
            TlsParameters.Identity identity,
            Vector<?> peerSchemes,
            byte[] requestContext)
            throws IOException {
        AsymmetricKeyParameter key = identity.key().parameters();
        boolean v13 = TlsUtils.isTLSv13(context);
        for (int scheme : schemes(key, v13)) {
            SignatureAndHashAlgorithm algorithm =
                    SignatureScheme.getSignatureAndHashAlgorithm(scheme);
            if (peerSchemes.contains(algorithm)) {
                var certificate = certificate(crypto, identity.chain(), v13, requestContext);
                return new BcDefaultTlsCredentialedSigner(
                        new TlsCryptoParameters(context), crypto, key, certificate, algorithm);
            }
        }
        throw new TlsFatalAlert(
                AlertDescription.handshake_failure,
                "the peer takes no signature that our key can make");
    }

    private static List<Integer> schemes(AsymmetricKeyParameter key, boolean v13) {
        return switch (key) {
            case Ed25519PrivateKeyParameters _ -> List.of(SignatureScheme.ed25519);
            case Ed448PrivateKeyParameters _ -> List.of(SignatureScheme.ed448);
            case ECKeyParameters ec -> ecdsa(ec, v13);
            default -> rsa(v13);
        };
    }

    private static List<Integer> ecdsa(ECKeyParameters key, boolean v13) {
        int bits = key.getParameters().getN().bitLength();
        int own =
                bits > 384
                        ? SignatureScheme.ecdsa_secp521r1_sha512
                        : bits > 256
                                ? SignatureScheme.ecdsa_secp384r1_sha384
                                : SignatureScheme.ecdsa_secp256r1_sha256;
        return v13
                ? List.of(own)
                : List.of(
                        own,
                        SignatureScheme.ecdsa_secp256r1_sha256,
                        SignatureScheme.ecdsa_secp384r1_sha384);
    }

    private static List<Integer> rsa(boolean v13) {
        List<Integer> pss =
                List.of(
                        SignatureScheme.rsa_pss_rsae_sha256,
                        SignatureScheme.rsa_pss_rsae_sha384,
                        SignatureScheme.rsa_pss_rsae_sha512);
        return v13
                ? pss
                : List.of(
                        SignatureScheme.rsa_pkcs1_sha256,
                        SignatureScheme.rsa_pkcs1_sha384,
                        SignatureScheme.rsa_pkcs1_sha512);
    }

    @SuppressWarnings("JdkObsolete") // the library asks for a Hashtable
    private static Certificate certificate(
            BcTlsCrypto crypto, List<X509Certificate> chain, boolean v13, byte[] requestContext)
            throws IOException {
        var entries = new CertificateEntry[chain.size()];
        var plain = new TlsCertificate[chain.size()];
        for (int i = 0; i < entries.length; i++) {
            try {
                plain[i] = crypto.createCertificate(chain.get(i).getEncoded());
            } catch (CertificateEncodingException e) {
                throw new IOException("certificate cannot be encoded", e);
            }
            entries[i] = new CertificateEntry(plain[i], v13 ? new Hashtable<>() : null);
        }
        return v13 ? new Certificate(requestContext, entries) : new Certificate(plain);
    }
}
