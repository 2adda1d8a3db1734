package org.culvert.protocol.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.culvert.protocol.wire.ControlWrap.Accepted;
import org.culvert.protocol.wire.ControlWrap.Reason;
import org.culvert.protocol.wire.ControlWrap.Refused;
import org.culvert.secret.Secret;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;

class TlsCryptV2Test {
    private static final HexFormat HEX = HexFormat.of();
    private static final Secret SERVER = secret(1, WrappedKey.SERVER_KEY);
    private static final Secret OWN = secret(2, 256);
    private static final Secret WRAPPED =
            Secret.of(octets(new WrappedKey(OWN, ByteBuffer.wrap(new byte[] {0, 7})).seal(SERVER)));

    private final TlsCryptV2 client = new TlsCryptV2(OWN, WRAPPED);
    private final TlsCryptV2Server server = new TlsCryptV2Server(SERVER);

    @Test
    void wrapsAndOpensTheKnownKeys() throws IOException {
        for (String[] known : known()) {
            var serverKey = Secret.of(HEX.parseHex(known[0]));
            var key = Secret.of(HEX.parseHex(known[1]));
            var metadata = ByteBuffer.wrap(HEX.parseHex(known[2]));
            var wrapped = ByteBuffer.wrap(HEX.parseHex(known[3]));

            assertEquals(wrapped, new WrappedKey(key, metadata).seal(serverKey));
            assertEquals(
                    Optional.of(new WrappedKey(key, metadata)),
                    WrappedKey.open(serverKey, wrapped));
        }
    }

    @Test
    void aWrappedKeyWithAnyOctetChangedOrCutIsNone() {
        byte[] good = WRAPPED.copy();
        for (int i = 0; i < good.length; i++) {
            byte[] bad = good.clone();
            bad[i] ^= 1;
            assertEquals(Optional.empty(), WrappedKey.open(SERVER, ByteBuffer.wrap(bad)));
            assertEquals(Optional.empty(), WrappedKey.open(SERVER, ByteBuffer.wrap(bad, 0, i)));
        }
    }

    @Test
    void theFirstPacketCarriesTheKeyAndSaysThatItCanComeAgain() {
        ByteBuffer wire = client.wrap(packet(Opcode.HARD_RESET_CLIENT_V3), 1);

        assertEquals(54 + WRAPPED.length(), wire.remaining());
        assertEquals(0x0f00_0001, wire.getInt(9));
        assertInstanceOf(Accepted.class, server.unwrap(wire, 0));
    }

    @Test
    void afterThatBothSidesSpeakUnderTheClientsKey() {
        server.unwrap(client.wrap(packet(Opcode.HARD_RESET_CLIENT_V3), 1), 0);
        var answer = packet(Opcode.HARD_RESET_SERVER_V2);

        assertEquals(new Accepted(answer), client.unwrap(server.wrap(answer, 1), 0));
        var again = packet(Opcode.CONTROL_WKC_V1);
        assertEquals(new Accepted(again), server.unwrap(client.wrap(again, 1), 0));
        var more = packet(Opcode.CONTROL_V1);
        assertEquals(new Accepted(more), server.unwrap(client.wrap(more, 1), 0));
    }

    @Test
    void aServerKnowsNobodyBeforeAKeyCameAndBelievesNoForgedOne() {
        var plain = new TlsCrypt(OWN, true).wrap(packet(Opcode.CONTROL_V1), 1);
        assertEquals(new Refused(Reason.FORGED), server.unwrap(plain, 0));
        var foreign = new TlsCryptV2(secret(3, 256), WRAPPED);
        var reset = foreign.wrap(packet(Opcode.HARD_RESET_CLIENT_V3), 1);
        assertEquals(new Refused(Reason.FORGED), server.unwrap(reset, 0));
        assertEquals(Optional.empty(), server.staticKey());
    }

    @Test
    void randomTailsNeverThrow() {
        var random = new Random(4);
        for (int i = 0; i < 20_000; i++) {
            byte[] octets = new byte[1 + random.nextInt(400)];
            random.nextBytes(octets);
            octets[0] = (byte) Opcode.HARD_RESET_CLIENT_V3.first(0);
            assertInstanceOf(Refused.class, server.unwrap(ByteBuffer.wrap(octets), 0));
        }
    }

    @Test
    void theServerAsksForTheKeyAgainByAFlag() {
        assertEquals(Optional.of(new EarlyNegotiation(true)), early("000100020001"));
        assertEquals(Optional.of(new EarlyNegotiation(false)), early("000100020002"));
        assertEquals(Optional.of(new EarlyNegotiation(false)), early(""));
        assertEquals(Optional.of(new EarlyNegotiation(true)), early("0009000155000100020001"));
    }

    @Test
    void aMalformedListIsRefused() {
        for (String bad : List.of("00", "000100", "0001000200", "000100030001aa", "0009ffff00")) {
            assertTrue(early(bad).isEmpty(), bad);
        }
    }

    @Test
    void aRenegotiationsKeyIsTheExportedSecretMixedWithTheStaticKey() {
        byte[] exported = new byte[256];
        java.util.Arrays.fill(exported, (byte) 0xba);
        var clear = ByteBuffer.wrap(HEX.parseHex("0000000100000000"));
        var rest = ByteBuffer.wrap("1234567890".getBytes(StandardCharsets.US_ASCII));
        String expected =
                "e319277f1c8d6e6a7796a855337b9cfb56e1f13a870e6647dfa195c92c17a015ba4967a11d55ea1a06a7";

        assertEquals(expected, renewed(exported, Optional.empty(), clear, rest));
        var zero = Optional.of(Secret.of(new byte[256]));
        assertEquals(expected, renewed(exported, zero, clear, rest));
        assertTrue(!expected.equals(renewed(exported, Optional.of(OWN), clear, rest)));
    }

    private static String renewed(
            byte[] exported, Optional<Secret> key, ByteBuffer clear, ByteBuffer rest) {
        var wrap = TlsCrypt.renewed(Secret.of(exported), key, true);
        return HEX.formatHex(wrap.seal(clear.duplicate(), rest.duplicate()));
    }

    private static Optional<EarlyNegotiation> early(String hex) {
        return EarlyNegotiation.read(ByteBuffer.wrap(HEX.parseHex(hex)));
    }

    private static List<String[]> known() throws IOException {
        try (var in = TlsCryptV2Test.class.getResourceAsStream("keys.txt")) {
            String text =
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" ", -1))
                    .toList();
        }
    }

    private static ControlPacket packet(Opcode opcode) {
        return new ControlPacket(
                opcode,
                0,
                new SessionId(5),
                ControlPacket.Acks.NONE,
                opcode.isReset() ? 0 : 1,
                ByteBuffer.allocate(0));
    }

    private static byte[] octets(ByteBuffer buffer) {
        byte[] octets = new byte[buffer.remaining()];
        buffer.get(octets);
        return octets;
    }

    private static Secret secret(long seed, int length) {
        byte[] octets = new byte[length];
        new Random(seed).nextBytes(octets);
        return Secret.of(octets);
    }
}
