package org.culvert.protocol.tls;

import org.bouncycastle.tls.HandshakeMessageInput;
import org.bouncycastle.tls.TlsClientProtocol;
import org.bouncycastle.tls.TlsServerProtocol;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;

import java.io.IOException;
import java.security.SecureRandom;

/** Engines of Bouncy Castle, with randomness from outside and no provider registered. */
public final class BouncyTlsEngines {
    private BouncyTlsEngines() {}

    /** Engines of the client's side. */
    public static TlsEngines client(TlsParameters parameters, SecureRandom random) {
        return nowMillis -> {
            var crypto = new BcTlsCrypto(random);
            var judge =
                    new PeerJudge(new ChainVerifier(parameters, PeerCheck.Usage.SERVER, nowMillis));
            var client = new BouncyClient(crypto, parameters, judge);
            var protocol = new CheckedClient();
            return new BouncyTlsEngine(
                    protocol,
                    () -> protocol.connect(client),
                    judge,
                    client::context,
                    client.exports());
        };
    }

    /**
     * Engines of the server's side.
     *
     * @param certificateRequired whether a client must show a certificate
     */
    public static TlsEngines server(
            TlsParameters parameters, SecureRandom random, boolean certificateRequired) {
        return nowMillis -> {
            var crypto = new BcTlsCrypto(random);
            var judge =
                    new PeerJudge(new ChainVerifier(parameters, PeerCheck.Usage.CLIENT, nowMillis));
            var server = new BouncyServer(crypto, parameters, judge, certificateRequired);
            var protocol = new CheckedServer();
            return new BouncyTlsEngine(
                    protocol,
                    () -> protocol.accept(server),
                    judge,
                    server::context,
                    server.exports());
        };
    }

    /** The library's client; each message is looked at before it is parsed. */
    private static final class CheckedClient extends TlsClientProtocol {
        @Override
        protected void handleHandshakeMessage(short type, HandshakeMessageInput message)
                throws IOException {
            MessageBounds.check(type, message, getContext());
            super.handleHandshakeMessage(type, message);
        }
    }

    /** The library's server; each message is looked at before it is parsed. */
    private static final class CheckedServer extends TlsServerProtocol {
        @Override
        protected void handleHandshakeMessage(short type, HandshakeMessageInput message)
                throws IOException {
            MessageBounds.check(type, message, getContext());
            super.handleHandshakeMessage(type, message);
        }
    }
}
