package org.culvert.server;

import org.culvert.net.Transport;
import org.culvert.protocol.control.OptionsString;
import org.culvert.protocol.session.Introduction;
import org.culvert.protocol.session.Pace;
import org.culvert.protocol.session.ServerSession;
import org.culvert.protocol.session.ServerSettings;
import org.culvert.protocol.tls.BouncyTlsEngines;
import org.culvert.protocol.tls.Groups;
import org.culvert.protocol.tls.PeerCheck;
import org.culvert.protocol.tls.TlsEngines;
import org.culvert.protocol.tls.TlsParameters;
import org.culvert.protocol.wire.Digest;
import org.culvert.protocol.wire.TlsCrypt;
import org.culvert.secret.Secret;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Makes the sessions of one server: a client's certificate is asked for in each. */
final class Sessions {
    /** The ciphers of the data channel, the best first. */
    static final List<String> CIPHERS = List.of("AES-256-GCM", "AES-128-GCM", "CHACHA20-POLY1305");

    private static final int MTU = 1500;
    private static final int HANDSHAKE_SECONDS = 60;
    private static final int RENEGOTIATE_SECONDS = 3600;
    private static final int TLS_1_2 = 12;
    private static final int TLS_1_3 = 13;

    private final ServerSettings settings;
    private final Secret tlsCrypt;
    private final TlsEngines engines;
    private final SecureRandom random;

    Sessions(
            PracticeFolder.Keys keys,
            Transport transport,
            SecureRandom random,
            long wallMillisAtZero) {
        this.settings =
                new ServerSettings(
                        Introduction.ofServer(options(transport)),
                        CIPHERS,
                        Digest.SHA1,
                        new Pace(HANDSHAKE_SECONDS, RENEGOTIATE_SECONDS, wallMillisAtZero));
        this.tlsCrypt = keys.tlsCrypt();
        this.engines = BouncyTlsEngines.server(parameters(keys), random, true);
        this.random = random;
    }

    /** A session that waits for its client's first word. */
    ServerSession create() {
        return new ServerSession(settings, new TlsCrypt(tlsCrypt, false), engines, this::fresh);
    }

    private static String options(Transport transport) {
        return new OptionsString(
                        transport, MTU, Digest.SHA1, false, false, OptionalInt.empty(), false)
                .text();
    }

    private static TlsParameters parameters(PracticeFolder.Keys keys) {
        var identity = new TlsParameters.Identity(List.of(keys.certificate()), keys.key());
        return new TlsParameters(
                List.of(keys.authority()),
                Optional.of(identity),
                new PeerCheck(Optional.of(PeerCheck.Usage.CLIENT), Optional.empty()),
                TLS_1_2,
                TLS_1_3,
                Groups.DEFAULT,
                List.of());
    }

    private byte[] fresh(int octets) {
        byte[] fresh = new byte[octets];
        random.nextBytes(fresh);
        return fresh;
    }
}
