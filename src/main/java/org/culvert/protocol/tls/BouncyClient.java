package org.culvert.protocol.tls;

import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.CertificateStatusRequest;
import org.bouncycastle.tls.DefaultTlsClient;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.TlsAuthentication;
import org.bouncycastle.tls.TlsContext;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsDHGroupVerifier;
import org.bouncycastle.tls.TlsServerCertificate;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Vector;

/** The client's part in the library's template: no names, no tickets, no resumption. */
final class BouncyClient extends DefaultTlsClient {
    private final BcTlsCrypto crypto;
    private final TlsParameters parameters;
    private final PeerJudge judge;
    private final Exports exports = new Exports();

    BouncyClient(BcTlsCrypto crypto, TlsParameters parameters, PeerJudge judge) {
        super(crypto);
        this.crypto = crypto;
        this.parameters = parameters;
        this.judge = judge;
    }

    /** Versions from the highest down. */
    static ProtocolVersion[] versions(TlsParameters parameters) {
        ProtocolVersion highest =
                parameters.maxVersion() >= 13 ? ProtocolVersion.TLSv13 : ProtocolVersion.TLSv12;
        return parameters.minVersion() >= 13
                ? ProtocolVersion.TLSv13.only()
                : highest.downTo(ProtocolVersion.TLSv12);
    }

    /** The suites to offer. */
    static int[] suites(TlsParameters parameters) {
        return Suites.offer(parameters.cipherSuites()).stream()
                .mapToInt(Integer::intValue)
                .toArray();
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
        return versions(parameters);
    }

    @Override
    protected int[] getSupportedCipherSuites() {
        return TlsUtils.getSupportedCipherSuites(crypto, suites(parameters));
    }

    @Override
    @SuppressWarnings("rawtypes") // the library is older than generics
    protected Vector<Integer> getSupportedGroups(Vector namedGroupRoles) {
        return new Vector<>(Groups.offer(parameters));
    }

    /** One share is enough, but for a hybrid group, which old servers do not know. */
    @Override
    public Vector<Integer> getEarlyKeyShareGroups() {
        return new Vector<>(Groups.early(parameters.groups()));
    }

    @Override
    protected Vector<SignatureAndHashAlgorithm> getSupportedSignatureAlgorithms() {
        return Schemes.taken();
    }

    /** {@link ChainVerifier} does this, and knows that a root's own signature proves nothing. */
    @Override
    public boolean shouldCheckSigAlgOfPeerCerts() {
        return false;
    }

    /** Servers make their own groups; {@link DhGroups} asks for size only. */
    @Override
    public TlsDHGroupVerifier getDHGroupVerifier() {
        return DhGroups::accepts;
    }

    /** Nothing is resumed, so no server need send tickets. */
    @Override
    public short @Nullable [] getPskKeyExchangeModes() {
        return null;
    }

    @Override
    protected @Nullable CertificateStatusRequest getCertificateStatusRequest() {
        return null; // there is no network to ask about a certificate yet
    }

    @Override
    public int getMaxHandshakeMessageSize() {
        return MessageBounds.LONGEST_MESSAGE;
    }

    @Override
    public boolean shouldUseCompatibilityMode() {
        return true;
    }

    @Override
    public TlsAuthentication getAuthentication() {
        return new TlsAuthentication() {
            @Override
            public void notifyServerCertificate(TlsServerCertificate server) throws IOException {
                judge.judge(server.getCertificate());
            }

            @Override
            public @Nullable TlsCredentials getClientCredentials(CertificateRequest request)
                    throws IOException {
                if (parameters.identity().isEmpty()) {
                    return null; // the library then sends an empty list
                }
                return Credentials.signer(
                        context,
                        crypto,
                        parameters.identity().get(),
                        request.getSupportedSignatureAlgorithms(),
                        request.getCertificateRequestContext());
            }
        };
    }
}
