package org.culvert.protocol.tls;

import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
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
        for (int scheme : Schemes.of(key, v13)) {
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
