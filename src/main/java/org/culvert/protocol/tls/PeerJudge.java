package org.culvert.protocol.tls;

import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.TlsFatalAlert;
import org.culvert.failure.Failure;
import org.culvert.keys.Certificates;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes the peer's certificates from the library, judges them, and keeps the verdict. */
final class PeerJudge {
    private static final int LARGEST_CERTIFICATE = 64 * 1024;

    private final ChainVerifier verifier;
    private Optional<Failure> verdict = Optional.empty();

    PeerJudge(ChainVerifier verifier) {
        this.verifier = verifier;
    }

    /** Throws the alert that ends the handshake where the chain is not accepted. */
    void judge(Certificate certificate) throws IOException {
        verdict = verifier.judge(chain(certificate));
        if (verdict.isPresent()) {
            throw new TlsFatalAlert(AlertDescription.bad_certificate);
        }
    }

    /** Why the peer was refused; empty if it was not, or is not judged yet. */
    Optional<Failure> verdict() {
        return verdict;
    }

    private static List<X509Certificate> chain(Certificate certificate) throws IOException {
        var chain = new ArrayList<X509Certificate>();
        for (int i = 0; i < certificate.getLength(); i++) {
            byte[] encoded = certificate.getCertificateAt(i).getEncoded();
            if (encoded.length > LARGEST_CERTIFICATE) {
                throw new TlsFatalAlert(AlertDescription.bad_certificate);
            }
            chain.add(
                    Certificates.fromDer(encoded)
                            .orElseThrow(
                                    () -> new TlsFatalAlert(AlertDescription.bad_certificate)));
        }
        return chain;
    }
}
