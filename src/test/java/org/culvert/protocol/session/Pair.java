package org.culvert.protocol.session;

import org.culvert.keys.TestPki;
import org.culvert.net.DnsSettings;
import org.culvert.net.Endpoint;
import org.culvert.net.IpAddress;
import org.culvert.net.Transport;
import org.culvert.protocol.control.Keepalive;
import org.culvert.protocol.control.PeerInfo;
import org.culvert.protocol.control.PullPolicy;
import org.culvert.protocol.tls.TlsEngines;
import org.culvert.protocol.wire.ControlWrap;
import org.culvert.protocol.wire.Digest;
import org.culvert.protocol.wire.PlainWrap;

import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** A client's and a server's session with a network between them, under virtual time. */
final class Pair {
    static final long SECOND = 1_000_000_000L;
    private static final List<String> CIPHERS =
            List.of("AES-256-GCM", "CHACHA20-POLY1305", "AES-256-CBC");
    private static final long WALL_MILLIS = TestPki.NOW.toEpochMilli();
    private static final String OPTIONS = "V4,dev-type tun";

    private record Arrival(long at, long order, boolean atServer, ByteBuffer octets) {}

    /** What may differ from one pair to the next. */
    static final class Terms {
        long seed = 1;
        int flight = 3000;
        int renegotiateClient = 3600;
        int renegotiateServer = 3600;
        int handshakeWindow = 60;
        int answerWithin = 10;
        List<String> push = List.of("ifconfig 10.8.0.2 255.255.255.0", "topology subnet");
        List<String> serverCiphers = CIPHERS;
        String peerInfo = PeerInfo.lines("0.1.0", CIPHERS, 1600);
        BiFunction<Boolean, Random, ControlWrap> wrap = (_, _) -> new PlainWrap();
        Network network = Network.good();
        Optional<Function<Side, TlsEngines>> tls = Optional.empty();
        boolean admit = true;
        boolean judge = true;
    }

    final End client;
    final End server;
    private final Terms terms;
    private final PriorityQueue<Arrival> onTheWay =
            new PriorityQueue<>(
                    Comparator.comparingLong(Arrival::at).thenComparingLong(Arrival::order));
    long now = SECOND;
    private long order;
    private int introductions;

    Pair(Terms terms) {
        this.terms = terms;
        var random = new Random(terms.seed);
        RandomSource source =
                octets -> {
                    byte[] fresh = new byte[octets];
                    random.nextBytes(fresh);
                    return fresh;
                };
        client =
                new End(
                        new ClientSession(
                                clientSettings(terms),
                                terms.wrap.apply(true, new Random(terms.seed)),
                                engines(Side.CLIENT, random.nextLong(), 200),
                                source));
        server =
                new End(
                        new ServerSession(
                                new ServerSettings(
                                        Introduction.ofServer(OPTIONS),
                                        terms.serverCiphers,
                                        Digest.SHA256,
                                        pace(terms, terms.renegotiateServer)),
                                terms.wrap.apply(false, new Random(terms.seed)),
                                engines(Side.SERVER, random.nextLong(), terms.flight),
                                source));
    }

    private TlsEngines engines(Side side, long seed, int flight) {
        return terms.tls
                .map(given -> given.apply(side))
                .orElseGet(() -> ScriptedTls.engines(side == Side.CLIENT, seed, flight));
    }

    private static SessionSettings clientSettings(Terms terms) {
        return new SessionSettings(
                new Endpoint(IpAddress.literal("192.0.2.1"), 1194),
                Transport.UDP,
                true,
                new Introduction(OPTIONS, Optional.empty(), terms.peerInfo),
                policy(),
                Digest.SHA256,
                terms.answerWithin,
                pace(terms, terms.renegotiateClient));
    }

    static PullPolicy policy() {
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

    private static Pace pace(Terms terms, int renegotiate) {
        return new Pace(terms.handshakeWindow, renegotiate, WALL_MILLIS);
    }

    /** A pair that is connected already. */
    static Pair connected(Terms terms) {
        var pair = new Pair(terms);
        pair.start();
        pair.runUntil(() -> pair.client.up() && pair.server.up(), 30);
        return pair;
    }

    void start() {
        client(new Event.Started());
    }

    void client(Event event) {
        client.on(event, now);
        settle();
    }

    void server(Event event) {
        server.on(event, now);
        settle();
    }

    /** Sends packets through the tunnel from both ends. */
    void traffic() {
        send(client.seal(new byte[] {0x45, 1, 2, 3}), true);
        send(server.seal(new byte[] {0x45, 4, 5, 6}), false);
    }

    void run(int seconds) {
        runUntil(() -> false, seconds);
    }

    /** Lets time pass until {@code done}, this many seconds at most; whether it was done. */
    boolean runUntil(BooleanSupplier done, int seconds) {
        long end = now + seconds * SECOND;
        for (int idle = 0; !done.getAsBoolean(); ) {
            long next = nextNanos();
            if (next > end) {
                now = end;
                return false;
            }
            idle = next <= now ? idle + 1 : 0;
            if (idle > 10_000) {
                throw new AssertionError("time stands still");
            }
            now = Math.max(now, next);
            step();
        }
        return true;
    }

    private long nextNanos() {
        long next = Math.min(client.session.deadlineNanos(), server.session.deadlineNanos());
        return onTheWay.isEmpty() ? next : Math.min(next, onTheWay.peek().at());
    }

    private void step() {
        while (!onTheWay.isEmpty() && onTheWay.peek().at() <= now) {
            Arrival arrival = onTheWay.remove();
            (arrival.atServer() ? server : client).datagram(arrival.octets().array(), now);
            settle();
        }
        if (client.session.deadlineNanos() <= now) {
            client(new Event.Tick());
        }
        if (server.session.deadlineNanos() <= now) {
            server(new Event.Tick());
        }
    }

    private void settle() {
        var newcomers = server.all(Effect.Introduced.class);
        if (terms.judge && newcomers.size() > introductions) {
            introductions++;
            server.on(
                    terms.admit
                            ? new Event.Admitted(new Grant(terms.push, 7))
                            : new Event.Rejected("not today"),
                    now);
        }
        client.toSend.forEach(octets -> send(octets, true));
        client.toSend.clear();
        server.toSend.forEach(octets -> send(octets, false));
        server.toSend.clear();
    }

    /** Puts octets on the way, as {@link #traffic} or an attacker does. */
    void send(byte[] octets, boolean towardsServer) {
        for (Network.Copy copy : terms.network.carry(octets, towardsServer)) {
            onTheWay.add(
                    new Arrival(now + copy.delayNanos(), order++, towardsServer, copy.octets()));
        }
    }
}
