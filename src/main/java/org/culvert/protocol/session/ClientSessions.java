package org.culvert.protocol.session;

import org.culvert.failure.Failure;
import org.culvert.keys.Certificates;
import org.culvert.keys.KeyFile;
import org.culvert.net.Endpoint;
import org.culvert.net.Transport;
import org.culvert.prompt.Answer;
import org.culvert.protocol.control.Keepalive;
import org.culvert.protocol.control.OptionsString;
import org.culvert.protocol.control.PeerInfo;
import org.culvert.protocol.control.PullPolicy;
import org.culvert.protocol.tls.BouncyTlsEngines;
import org.culvert.protocol.tls.Groups;
import org.culvert.protocol.tls.PeerCheck;
import org.culvert.protocol.tls.Suites;
import org.culvert.protocol.tls.TlsEngines;
import org.culvert.protocol.tls.TlsParameters;
import org.culvert.protocol.wire.ControlWrap;
import org.culvert.protocol.wire.Digest;
import org.culvert.protocol.wire.PlainWrap;
import org.culvert.protocol.wire.TlsAuth;
import org.culvert.protocol.wire.TlsCrypt;
import org.culvert.protocol.wire.TlsCryptV2;
import org.culvert.secret.Secret;
import org.culvert.spec.ConnectSpec;
import org.culvert.spec.ControlWrapping;
import org.culvert.spec.DataSpec;
import org.culvert.spec.PacketSizes;
import org.culvert.spec.Remote;
import org.culvert.spec.Timers;
import org.culvert.spec.TlsSpec;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Makes sessions of one {@link ConnectSpec}: keys are read once, a session is made each attempt.
 */
public final class ClientSessions {
    private static final String VERSION = "0.1.0";

    private final ConnectSpec spec;
    private final TlsEngines engines;
    private final SecureRandom random;
    private final long wallMillisAtZero;

    private ClientSessions(
            ConnectSpec spec, TlsEngines engines, SecureRandom random, long wallMillisAtZero) {
        this.spec = spec;
        this.engines = engines;
        this.random = random;
        this.wallMillisAtZero = wallMillisAtZero;
    }

    /** The sessions of a spec, or why there can be none. */
    public sealed interface Result {}

    /** Ready to connect. */
    public record Ready(ClientSessions sessions) implements Result {}

    /** The private key needs its passphrase. */
    public record PassphraseNeeded(boolean rejected) implements Result {}

    /** The spec cannot be used. */
    public record Unusable(Failure failure) implements Result {}

    /**
     * Reads the keys of {@code spec}.
     *
     * @param passphrase of the private key, where one is known
     * @param wallMillisAtZero the wall clock when the owner's clock showed 0
     */
    public static Result of(
            ConnectSpec spec,
            Optional<Secret> passphrase,
            SecureRandom random,
            long wallMillisAtZero) {
        if (Digest.named(spec.data().digest()).isEmpty()) {
            return new Unusable(
                    new Failure.OptionNotSupported(
                            new Failure.Place("", 0), "auth " + spec.data().digest()));
        }
        var trusted = Certificates.fromPem(spec.tls().ca());
        if (trusted.isEmpty()) {
            return new Unusable(missing("ca"));
        }
        Optional<TlsParameters.Identity> identity = Optional.empty();
        if (spec.tls().identity().isPresent()) {
            TlsSpec.Identity given = spec.tls().identity().get();
            var chain = Certificates.fromPem(given.certificates());
            if (chain.isEmpty()) {
                return new Unusable(missing("cert"));
            }
            switch (KeyFile.read(given.key(), passphrase)) {
                case KeyFile.Loaded(var key) ->
                        identity = Optional.of(new TlsParameters.Identity(chain.get(), key));
                case KeyFile.PassphraseNeeded _ -> {
                    return new PassphraseNeeded(false);
                }
                case KeyFile.PassphraseWrong _ -> {
                    return new PassphraseNeeded(true);
                }
                case KeyFile.Unreadable _ -> {
                    return new Unusable(missing("key"));
                }
            }
        }
        var parameters = parameters(spec.tls(), trusted.get(), identity);
        var engines = BouncyTlsEngines.client(parameters, random);
        return new Ready(new ClientSessions(spec, engines, random, wallMillisAtZero));
    }

    /**
     * A fresh session with {@code remote}.
     *
     * @param hop where its packets go
     * @param seconds within which it must say a word
     */
    public Session create(
            Endpoint hop, Remote remote, int seconds, Optional<Answer.Credentials> credentials) {
        PacketSizes sizes = remote.reach().sizes();
        var settings =
                new SessionSettings(
                        hop,
                        remote.transport(),
                        !(spec.wrapping() instanceof ControlWrapping.Plain),
                        new Introduction(
                                options(remote.transport(), sizes),
                                credentials,
                                PeerInfo.lines(VERSION, spec.data().ciphers(), sizes.tunMtuMax())),
                        policy(remote),
                        digest(spec.data().digest()),
                        seconds,
                        new Pace(
                                spec.timers().handshakeWindow(),
                                spec.timers().renegotiate(),
                                wallMillisAtZero));
        return new ClientSession(settings, wrap(), engines, this::fresh);
    }

    private byte[] fresh(int octets) {
        byte[] fresh = new byte[octets];
        random.nextBytes(fresh);
        return fresh;
    }

    private ControlWrap wrap() {
        return switch (spec.wrapping()) {
            case ControlWrapping.Plain _ -> new PlainWrap();
            case ControlWrapping.TlsCrypt(Secret key) -> new TlsCrypt(key, true);
            case ControlWrapping.TlsCryptV2(Secret key, Secret wrapped) ->
                    new TlsCryptV2(key, wrapped);
            case ControlWrapping.TlsAuth(Secret key, OptionalInt direction, String digest) ->
                    new TlsAuth(key, direction, digest(digest));
        };
    }

    private String options(Transport transport, PacketSizes sizes) {
        boolean tlsAuth = spec.wrapping() instanceof ControlWrapping.TlsAuth;
        OptionalInt direction =
                spec.wrapping() instanceof ControlWrapping.TlsAuth auth
                        ? auth.direction()
                        : OptionalInt.empty();
        DataSpec data = spec.data();
        return new OptionsString(
                        transport,
                        sizes.tunMtu(),
                        digest(data.digest()),
                        data.compressionStub() != DataSpec.CompressionStub.NONE,
                        tlsAuth,
                        direction,
                        true)
                .text();
    }

    private PullPolicy policy(Remote remote) {
        return new PullPolicy(
                spec.data().ciphers(),
                spec.data().fallback(),
                remote.reach().sizes().tunMtu(),
                remote.reach().sizes().tunMtuMax(),
                keepalive(spec.timers()),
                remote.reach().exitNotify(),
                spec.routing().routes(),
                spec.routing().redirect(),
                spec.routing().acceptPushedRoutes(),
                spec.routing().dns(),
                remote.transport() == Transport.UDP);
    }

    private static Keepalive keepalive(Timers timers) {
        Timers.Limits limits = timers.limits();
        return new Keepalive(
                timers.ping(),
                timers.pingRestart(),
                limits.silence(),
                limits.idle(),
                limits.idleOctets(),
                limits.longest());
    }

    private static Digest digest(String name) {
        return Digest.named(name).orElseThrow();
    }

    private static TlsParameters parameters(
            TlsSpec tls,
            List<java.security.cert.X509Certificate> trusted,
            Optional<TlsParameters.Identity> identity) {
        var usage =
                tls.check().serverUsage()
                        ? Optional.of(PeerCheck.Usage.SERVER)
                        : Optional.<PeerCheck.Usage>empty();
        var name = tls.check().name().map(n -> new PeerCheck.Name(form(n.form()), n.text()));
        return new TlsParameters(
                trusted,
                identity,
                new PeerCheck(usage, name),
                tls.minVersion() == TlsSpec.TlsVersion.TLS_1_3 ? 13 : 12,
                tls.maxVersion() == TlsSpec.TlsVersion.TLS_1_3 ? 13 : 12,
                Groups.named(tls.groups()),
                Suites.named(tls.cipherSuites()));
    }

    private static PeerCheck.Form form(TlsSpec.NameCheck.Form form) {
        return switch (form) {
            case SUBJECT -> PeerCheck.Form.SUBJECT;
            case NAME -> PeerCheck.Form.NAME;
            case NAME_PREFIX -> PeerCheck.Form.NAME_PREFIX;
        };
    }

    private static Failure missing(String part) {
        return new Failure.PartMissing(new Failure.Place("", 0), part, Optional.empty());
    }
}
