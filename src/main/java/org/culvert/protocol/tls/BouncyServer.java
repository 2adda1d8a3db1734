package org.culvert.protocol.tls;

import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.ClientCertificateType;
import org.bouncycastle.tls.DefaultTlsServer;
import org.bouncycastle.tls.NewSessionTicket;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.TlsContext;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;

import java.io.IOException;
import java.util.Vector;
import java.util.stream.IntStream;

/** The server's part in the library's template; a client without a certificate may be welcome. */
final class BouncyServer extends DefaultTlsServer {
    private final BcTlsCrypto crypto;
    private final TlsParameters parameters;
    private final PeerJudge judge;
    private final Exports exports = new Exports();
    private final boolean certificateRequired;

    BouncyServer(
            BcTlsCrypto crypto,
            TlsParameters parameters,
            PeerJudge judge,
            boolean certificateRequired) {
        super(crypto);
        this.crypto = crypto;
        this.parameters = parameters;
        this.judge = judge;
        this.certificateRequired = certificateRequired;
    }

    /** What was exported when the handshake was done. */
    Exports exports() {
        return exports;
    }

    @Override
    public void notifyHandshakeComplete() throws IOException {
        super.notifyHandshakeComplete();
        exports.take(context);
    }

    /** The library's context; there once the handshake has begun. */
    TlsContext context() {
        return context;
    }

    @Override
    protected ProtocolVersion[] getSupportedVersions() {
        return BouncyClient.versions(parameters);
    }

    @Override
    protected int[] getSupportedCipherSuites() {
        int[] ours =
                IntStream.of(BouncyClient.suites(parameters)).filter(this::fitsOurKey).toArray();
        return TlsUtils.getSupportedCipherSuites(crypto, ours);
    }

    /** A suite of TLS 1.2 names the kind of key that signs; one of TLS 1.3 does not. */
    private boolean fitsOurKey(int suite) {
        boolean rsa =
                parameters.identity().orElseThrow().key().parameters() instanceof RSAKeyParameters;
        return !Suites.name(suite).contains(rsa ? "_ECDSA_" : "_RSA_");
    }

    @Override
    public int[] getSupportedGroups() {
        return parameters.groups().stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public TlsCredentials getCredentials() throws IOException {
        return Credentials.signer(
                context,
                crypto,
                parameters.identity().orElseThrow(),
                context.getSecurityParametersHandshake().getClientSigAlgs(),
                TlsUtils.EMPTY_BYTES);
    }

    @Override
    public CertificateRequest getCertificateRequest() throws IOException {
        Vector<SignatureAndHashAlgorithm> schemes = Schemes.taken();
        if (TlsUtils.isTLSv13(context)) {
            return new CertificateRequest(TlsUtils.EMPTY_BYTES, schemes, null, null);
        }
        short[] types = {ClientCertificateType.ecdsa_sign, ClientCertificateType.rsa_sign};
        return new CertificateRequest(types, schemes, null);
    }

    @Override
    public void notifyClientCertificate(Certificate client) throws IOException {
        if (client == null || client.isEmpty()) {
            if (certificateRequired) {
                throw new TlsFatalAlert(AlertDescription.certificate_required);
            }
            return;
        }
        judge.judge(client);
    }

    /** {@link ChainVerifier} does this. */
    @Override
    public boolean shouldCheckSigAlgOfPeerCerts() {
        return false;
    }

    @Override
    public int getMaxHandshakeMessageSize() {
        return MessageBounds.LONGEST_MESSAGE;
    }

    @Override
    public NewSessionTicket getNewSessionTicket() {
        return new NewSessionTicket(0, TlsUtils.EMPTY_BYTES);
    }
}
