package org.culvert.protocol.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.culvert.protocol.wire.ControlPacket;
import org.culvert.protocol.wire.Opcode;
import org.culvert.protocol.wire.SessionId;
import org.culvert.protocol.wire.TlsCrypt;
import org.culvert.secret.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** What others put on the wire changes nothing and is not answered (security R65-R73). */
class HostileSessionTest {
    private final Pair.Terms terms = new Pair.Terms();
    private final List<byte[]> fromServer = new ArrayList<>();
    private final List<byte[]> fromClient = new ArrayList<>();

    HostileSessionTest() {
        terms.peerInfo = "IV_CIPHERS=AES-256-GCM\nIV_PROTO=142\n";
        terms.network =
                (octets, towardsServer) -> {
                    (towardsServer ? fromClient : fromServer).add(octets);
                    return Network.good().carry(octets, towardsServer);
                };
    }

    @Test
    void withAnExtraKeyNothingUnauthenticatedIsAnsweredOrChangesADeadline() {
        terms.wrap = (client, _) -> new TlsCrypt(key(1), client);
        Pair pair = Pair.connected(terms);
        pair.run(2);
        var random = new Random(3);
        long deadline = pair.client.session.deadlineNanos();
        long heard = pair.client.session.heardNanos();
        assertTrue(heard > 0);
        pair.now += Pair.SECOND;
        for (int i = 0; i < 50_000; i++) {
            byte[] model = fromServer.get(random.nextInt(fromServer.size())).clone();
            model[random.nextInt(model.length)] ^= (byte) (1 + random.nextInt(255));
            var effects =
                    pair.client.session.on(new Event.Received(ByteBuffer.wrap(model)), pair.now);
            assertEquals(List.of(), effects);
        }
        assertEquals(heard, pair.client.session.heardNanos());
        assertTrue(pair.client.session.forged());
        assertEquals(deadline, pair.client.session.deadlineNanos());
    }

    @Test
    void withAnExtraKeyAServerAnswersNobodyWhoDoesNotHaveIt() {
        terms.wrap = (client, _) -> new TlsCrypt(key(1), client);
        var pair = new Pair(terms);
        var stranger = new TlsCrypt(key(2), true);
        var reset = packet(Opcode.HARD_RESET_CLIENT_V2, 0, 5, 0);
        pair.server(new Event.Received(stranger.wrap(reset, 1)));

        assertEquals(List.of(), fromServer);
        assertEquals(Long.MAX_VALUE, pair.server.session.deadlineNanos());
    }

    @Test
    void whatAPeerSentComesBackAndIsNotAnswered() {
        terms.wrap = (client, _) -> new TlsCrypt(key(1), client);
        Pair pair = Pair.connected(terms);
        pair.run(2);
        fromClient.clear();
        for (byte[] old : List.copyOf(fromServer)) {
            pair.client(new Event.Received(ByteBuffer.wrap(old)));
        }

        assertEquals(0, fromClient.size());
        assertFalse(pair.client.session.forged(), "it was authentic once");
    }

    @ParameterizedTest
    @EnumSource(Opcode.class)
    void aPacketOfAnotherSessionNeverDisturbsALiveOne(Opcode opcode) {
        Pair pair = Pair.connected(terms);
        pair.run(2);
        fromClient.clear();
        for (int keyId = 0; keyId < 8; keyId++) {
            for (int id = 0; id < 20; id++) {
                var packet = packet(opcode, keyId, 0x666, id);
                pair.client(new Event.Received(ByteBuffer.wrap(packet.write())));
            }
        }

        assertEquals(0, fromClient.size());
        assertTrue(pair.client.up());
    }

    @Test
    void aResetWithANumberOrInsideTheStreamIsRefused() {
        Pair pair = Pair.connected(terms);
        pair.run(2);
        long server = ByteBuffer.wrap(fromServer.getFirst()).getLong(1);
        fromClient.clear();
        for (int id = 1; id < 30; id++) {
            inject(pair, packet(Opcode.HARD_RESET_SERVER_V2, 0, server, id));
            inject(pair, packet(Opcode.SOFT_RESET_V1, 1, server, id));
        }
        inject(pair, packet(Opcode.CONTROL_V1, 0, server, 0));
        inject(pair, packet(Opcode.SOFT_RESET_V1, 0, server, 0));

        assertEquals(0, fromClient.size());
        pair.client(new Event.KeyWorn());
        pair.run(2);
        assertEquals(2, pair.client.all(Effect.Secured.class).size(), "the stream still runs");
    }

    @Test
    void aKeyIdThatIsNotTheNextOneBeginsNothing() {
        Pair pair = Pair.connected(terms);
        pair.run(2);
        long server = ByteBuffer.wrap(fromServer.getFirst()).getLong(1);
        fromClient.clear();
        for (int keyId = 2; keyId < 8; keyId++) {
            inject(pair, packet(Opcode.SOFT_RESET_V1, keyId, server, 0));
        }
        assertEquals(0, fromClient.size());
        inject(pair, packet(Opcode.SOFT_RESET_V1, 1, server, 0));
        assertFalse(fromClient.isEmpty());
    }

    @Test
    void aRenegotiationUnderTheFirstKeysWrappingIsRefusedWhereAnotherWasAgreed() {
        terms.peerInfo = new Pair.Terms().peerInfo;
        Pair pair = Pair.connected(terms);
        pair.run(2);
        long server = ByteBuffer.wrap(fromServer.getFirst()).getLong(1);
        fromClient.clear();
        inject(pair, packet(Opcode.SOFT_RESET_V1, 1, server, 0));
        assertEquals(0, fromClient.size());
        pair.server(new Event.KeyWorn());
        pair.run(2);
        assertEquals(2, pair.client.all(Effect.Secured.class).size());
    }

    @Test
    void acksOfWhatWasNeverSentAreIgnored() {
        Pair pair = Pair.connected(terms);
        pair.run(2);
        long server = ByteBuffer.wrap(fromServer.getFirst()).getLong(1);
        var own = new SessionId(ByteBuffer.wrap(fromClient.getFirst()).getLong(1));
        var acks = new ControlPacket.Acks(own, List.of(-1, 77, 1 << 30, Integer.MIN_VALUE));
        var lie =
                new ControlPacket(
                        Opcode.ACK_V1, 0, new SessionId(server), acks, 0, ByteBuffer.allocate(0));
        inject(pair, lie);
        pair.client(new Event.KeyWorn());
        pair.run(2);

        assertEquals(2, pair.client.all(Effect.Secured.class).size());
    }

    @Test
    void anAckForAnotherSessionDropsTheWholePacket() {
        var pair = new Pair(terms);
        pair.start();
        var acks = new ControlPacket.Acks(new SessionId(99), List.of(0));
        var answer =
                new ControlPacket(
                        Opcode.HARD_RESET_SERVER_V2,
                        0,
                        new SessionId(7),
                        acks,
                        0,
                        ByteBuffer.allocate(0));
        fromClient.clear();
        inject(pair, answer);

        assertEquals(0, fromClient.size());
    }

    @Test
    void acknowledgementsAloneAreNotAcknowledged() {
        Pair pair = Pair.connected(terms);
        pair.run(2);
        fromClient.clear();
        for (byte[] old : List.copyOf(fromServer)) {
            if (Opcode.of(old[0]).filter(Opcode.ACK_V1::equals).isPresent()) {
                pair.client(new Event.Received(ByteBuffer.wrap(old)));
            }
        }

        assertEquals(0, fromClient.size());
    }

    @Test
    void ourOwnPacketsThatComeBackAreNotAnswered() {
        Pair pair = Pair.connected(terms);
        pair.run(2);
        List<byte[]> sent = List.copyOf(fromClient);
        fromClient.clear();
        sent.forEach(old -> pair.client(new Event.Received(ByteBuffer.wrap(old))));

        assertEquals(0, fromClient.size());
        assertTrue(pair.client.up());
    }

    @Test
    void mutatedControlPacketsNeverThrowAndOpenNoKeys() {
        var random = new Random(12);
        for (int round = 0; round < 40; round++) {
            Pair pair = new Pair(terms);
            fromServer.clear();
            pair.start();
            pair.run(2);
            for (int i = 0; i < 2500; i++) {
                byte[] mutated = mutated(fromServer, random);
                pair.client(new Event.Received(ByteBuffer.wrap(mutated)));
            }
            assertTrue(pair.client.all(Effect.InstallKeys.class).size() <= 1);
        }
    }

    private static byte[] mutated(List<byte[]> models, Random random) {
        byte[] model = models.get(random.nextInt(models.size()));
        int length = random.nextInt(3) == 0 ? random.nextInt(model.length + 40) : model.length;
        byte[] mutated = Arrays.copyOf(model, length);
        for (int n = random.nextInt(4); n > 0 && length > 0; n--) {
            mutated[random.nextInt(length)] = (byte) random.nextInt();
        }
        return mutated;
    }

    @Test
    void onlyTheRightSideMaySayTheFirstWord() {
        terms.wrap = (client, _) -> new TlsCrypt(key(1), client);
        var pair = new Pair(terms);
        var friend = new TlsCrypt(key(1), true);
        pair.server(new Event.Received(friend.wrap(packet(Opcode.CONTROL_V1, 0, 5, 1), 1)));
        pair.server(new Event.Received(friend.wrap(packet(Opcode.SOFT_RESET_V1, 1, 5, 0), 1)));
        assertEquals(List.of(), fromServer);
        var reset = packet(Opcode.HARD_RESET_CLIENT_V2, 0, 5, 0);
        pair.server(new Event.Received(friend.wrap(reset, 1)));
        assertEquals(1, fromServer.size());
    }

    private static void inject(Pair pair, ControlPacket packet) {
        pair.client(new Event.Received(ByteBuffer.wrap(packet.write())));
    }

    private static ControlPacket packet(Opcode opcode, int keyId, long session, int id) {
        return new ControlPacket(
                opcode,
                keyId,
                new SessionId(session),
                ControlPacket.Acks.NONE,
                id,
                ByteBuffer.allocate(0));
    }

    private static Secret key(long seed) {
        byte[] octets = new byte[256];
        new Random(seed).nextBytes(octets);
        return Secret.of(octets);
    }
}
