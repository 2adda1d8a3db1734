package org.culvert.tunnel;

import org.culvert.net.DnsSettings;
import org.culvert.net.Transport;
import org.culvert.platform.NoLinks;
import org.culvert.platform.NoNetwork;
import org.culvert.platform.PlatformException;
import org.culvert.protocol.control.Keepalive;
import org.culvert.protocol.control.PeerInfo;
import org.culvert.protocol.control.PullPolicy;
import org.culvert.protocol.session.ClientSession;
import org.culvert.protocol.session.Effect;
import org.culvert.protocol.session.Event;
import org.culvert.protocol.session.Grant;
import org.culvert.protocol.session.Introduction;
import org.culvert.protocol.session.Pace;
import org.culvert.protocol.session.ScriptedTls;
import org.culvert.protocol.session.ServerSession;
import org.culvert.protocol.session.ServerSettings;
import org.culvert.protocol.session.SessionSettings;
import org.culvert.protocol.wire.ControlPacket;
import org.culvert.protocol.wire.ControlWrap;
import org.culvert.protocol.wire.Digest;
import org.culvert.protocol.wire.Opcode;
import org.culvert.protocol.wire.SessionId;
import org.culvert.protocol.wire.TlsCrypt;
import org.culvert.secret.Secret;
import org.culvert.spec.PacketSizes;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** An attempt with tls-crypt under virtual time, and the server that it talks to. */
final class AttemptBench {
    static final long SECOND = 1_000_000_000L;
    private static final List<String> CIPHERS = List.of("AES-256-GCM");
    private static final List<String> PUSH =
            List.of("ifconfig 10.8.0.2 255.255.255.0", "topology subnet");

    final StillPath path = new StillPath();
    final List<TunnelEvent> told = new ArrayList<>();
    final Attempt attempt;
    long now = 1000 * SECOND;
    private final ControlWrap server = new TlsCrypt(key(1), false);
    private final ControlWrap stranger = new TlsCrypt(key(2), false);

    AttemptBench(Transport transport) throws PlatformException {
        var port = new MemoryPort(transport);
        attempt =
                new Attempt(
                        machine(),
                        session(transport),
                        Line.direct(port),
                        port,
                        PacketSizes.DEFAULT,
                        true,
                        told::add,
                        Runnable::run);
        attempt.start(new Nobody());
    }

    private static ClientSession session(Transport transport) {
        var random = new SecureRandom();
        return new ClientSession(
                new SessionSettings(
                        Samples.endpoint("192.0.2.1"),
                        transport,
                        true,
                        new Introduction(
                                "V4", Optional.empty(), PeerInfo.lines("0.1.0", CIPHERS, 1600)),
                        policy(),
                        Digest.SHA256,
                        10,
                        new Pace(60, 3600, 0)),
                new TlsCrypt(key(1), true),
                ScriptedTls.engines(true, 1, 200),
                random::generateSeed);
    }

    private static PullPolicy policy() {
        return new PullPolicy(
                CIPHERS,
                "",
                1500,
                1600,
                new Keepalive(0, 120),
                0,
                List.of(),
                false,
                true,
                DnsSettings.NONE,
                true);
    }

    /** A server answers everything until the tunnel's settings are there and in force. */
    void connected() {
        var settings =
                new ServerSettings(
                        Introduction.ofServer("V4"), CIPHERS, Digest.SHA256, new Pace(60, 3600, 0));
        var tls = ScriptedTls.engines(false, 2, 200);
        var peer = new ServerSession(settings, server, tls, new SecureRandom()::generateSeed);
        int heard = 0;
        while (told.stream().noneMatch(TunnelEvent.Pulled.class::isInstance)) {
            now += SECOND / 100;
            while (heard < path.sent.size()) {
                tell(peer, new Event.Received(path.sent.get(heard++)));
            }
            tell(peer, new Event.Tick());
            attempt.tick(now, false);
        }
        attempt.networkReady();
    }

    private void tell(ServerSession peer, Event event) {
        for (Effect effect : peer.on(event, now)) {
            switch (effect) {
                case Effect.Send(ByteBuffer packet) -> attempt.control(packet);
                case Effect.Introduced _ -> tell(peer, new Event.Admitted(new Grant(PUSH, 7)));
                default -> {}
            }
        }
    }

    /** The server's answer to our reset comes. */
    void answered() {
        attempt.control(server.wrap(answer(), 1));
    }

    /** The same from somebody who has not the key. */
    void answeredByAStranger() {
        attempt.control(stranger.wrap(answer(), 1));
    }

    private ControlPacket answer() {
        var first = path.sent.getFirst().duplicate();
        if (!(new TlsCrypt(key(1), false).unwrap(first, now)
                instanceof ControlWrap.Accepted(ControlPacket reset))) {
            throw new AssertionError("our own packet");
        }
        return new ControlPacket(
                Opcode.HARD_RESET_SERVER_V2,
                0,
                new SessionId(7),
                new ControlPacket.Acks(reset.own(), List.of(0)),
                0,
                ByteBuffer.allocate(0));
    }

    private Machine machine() {
        return new Machine(
                new NoLinks(),
                (_, _, _, _) -> path,
                new NoNetwork(),
                new Enclosure(),
                new NoNetwork(),
                _ -> List.of(),
                () -> now,
                new SecureRandom(),
                1);
    }

    private static Secret key(int value) {
        byte[] octets = new byte[256];
        Arrays.fill(octets, (byte) value);
        return Secret.of(octets);
    }

    private record Nobody() implements TunnelWatcher {
        @Override
        public void changed(TunnelStatus status) {
            // nobody looks
        }

        @Override
        public void diary(String line) {
            // nobody reads
        }

        @Override
        public void finished() {
            // nobody waits
        }
    }
}
