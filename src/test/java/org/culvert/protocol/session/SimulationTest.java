package org.culvert.protocol.session;

import static org.culvert.protocol.session.Pair.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.culvert.protocol.wire.ControlWrap;
import org.culvert.protocol.wire.Digest;
import org.culvert.protocol.wire.PlainWrap;
import org.culvert.protocol.wire.TlsAuth;
import org.culvert.protocol.wire.TlsCrypt;
import org.culvert.protocol.wire.TlsCryptV2;
import org.culvert.protocol.wire.TlsCryptV2Server;
import org.culvert.protocol.wire.WrappedKey;
import org.culvert.secret.Secret;
import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;

/**
 * Two of our sessions over a network that loses, doubles, reorders, delays, flips and cuts, each
 * seed another one. Whatever happens, both ends work or have said why not.
 */
class SimulationTest {
    private static final int SEEDS = 2500;
    private static final Secret SERVER_KEY = Secret.of(new byte[WrappedKey.SERVER_KEY]);
    private static final Set<Class<? extends Effect>> ENDS =
            Set.of(Effect.Closed.class, Effect.ClosedOnRequest.class, Effect.PeerLeft.class);

    @Test
    void everySeedWorksOrSaysWhyNot() {
        int connected = 0;
        for (long seed = 1; seed <= SEEDS; seed++) {
            connected += connects(seed) ? 1 : 0;
        }

        System.out.println("simulation: " + connected + " of " + SEEDS + " seeds connected");
        assertTrue(connected > SEEDS * 9 / 10, "only " + connected + " connected");
    }

    private static boolean connects(long seed) {
        try {
            return simulate(seed);
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
        }
    }

    private static boolean simulate(long seed) {
        var random = new Random(seed * 0x9e3779b97f4a7c15L);
        var pair = new Pair(terms(seed, random));
        pair.start();
        boolean connected =
                pair.runUntil(
                                () -> (pair.client.up() && pair.server.up()) || pair.client.ended,
                                130)
                        && pair.client.up();
        if (connected) {
            live(pair);
        }
        assertTrue(connected || pair.client.ended, "the client hangs");
        for (End end : new End[] {pair.client, pair.server}) {
            assertTrue(end.openers.size() <= 2, "keys alive: " + end.openers.keySet());
            assertTrue(!end.ended || ENDS.contains(end.last().getClass()));
        }
        return connected;
    }

    private static Pair.Terms terms(long seed, Random random) {
        var terms = new Pair.Terms();
        int kind = random.nextInt(4);
        terms.seed = seed;
        terms.flight = 100 + random.nextInt(15_000);
        terms.renegotiateClient = random.nextInt(3) * 25;
        terms.renegotiateServer = random.nextInt(3) * 25;
        terms.peerInfo = peerInfo(random.nextInt(6), terms.peerInfo);
        terms.wrap = (client, keys) -> wrap(kind, client, keys);
        terms.network = Network.bad(random, random.nextInt(31), kind == 0 ? 0 : random.nextInt(8));
        return terms;
    }

    private static String peerInfo(int kind, String ours) {
        return switch (kind) {
            case 0 -> "IV_CIPHERS=AES-256-GCM\n";
            case 1 -> "IV_CIPHERS=AES-256-CBC\nIV_PROTO=6\n";
            case 2 -> "IV_CIPHERS=CHACHA20-POLY1305\nIV_PROTO=654\n";
            default -> ours;
        };
    }

    private static ControlWrap wrap(int kind, boolean client, Random keys) {
        byte[] octets = new byte[256];
        keys.nextBytes(octets);
        var key = Secret.of(octets);
        return switch (kind) {
            case 0 -> new PlainWrap();
            case 1 -> new TlsAuth(key, OptionalInt.of(client ? 1 : 0), Digest.SHA256);
            case 2 -> new TlsCrypt(key, client);
            default -> client ? ownKey(key) : new TlsCryptV2Server(SERVER_KEY);
        };
    }

    private static ControlWrap ownKey(Secret key) {
        ByteBuffer wrapped = new WrappedKey(key, ByteBuffer.allocate(9)).seal(SERVER_KEY);
        return new TlsCryptV2(key, Secret.of(wrapped.array()));
    }

    /** Numbered packets both ways for a minute: what arrives was sent, and no packet twice. */
    private static void live(Pair pair) {
        for (int i = 0; i < 60 && pair.client.up() && pair.server.up(); i++) {
            pair.send(pair.client.seal(new byte[] {0x45, 1, (byte) i}), true);
            pair.send(pair.server.seal(new byte[] {0x45, 2, (byte) i}), false);
            pair.now += SECOND / 100;
            pair.run(1);
        }
        onlyOnce(pair.server, 1);
        onlyOnce(pair.client, 2);
    }

    private static void onlyOnce(End end, int sender) {
        var seen = new HashSet<Byte>();
        for (byte[] packet : end.received) {
            assertEquals(3, packet.length);
            assertEquals(sender, packet[1]);
            assertTrue(seen.add(packet[2]), "a packet came twice");
        }
    }
}
