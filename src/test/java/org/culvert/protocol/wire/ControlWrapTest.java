package org.culvert.protocol.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.culvert.protocol.wire.ControlWrap.Accepted;
import org.culvert.protocol.wire.ControlWrap.Reason;
import org.culvert.protocol.wire.ControlWrap.Refused;
import org.culvert.protocol.wire.GoldenPackets.Golden;
import org.culvert.secret.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

class ControlWrapTest {
    private static final ControlPacket PACKET =
            new ControlPacket(
                    Opcode.CONTROL_V1,
                    3,
                    new SessionId(0x1122334455667788L),
                    new ControlPacket.Acks(new SessionId(9), List.of(7, 6)),
                    8,
                    ByteBuffer.wrap(new byte[] {1, 2, 3}));

    static List<Golden> packets() throws IOException {
        return GoldenPackets.all();
    }

    static List<Golden> checkedPackets() throws IOException {
        return packets().stream().filter(golden -> !golden.wrapping().equals("plain")).toList();
    }

    @ParameterizedTest
    @MethodSource("packets")
    void acceptsWhatARealPeerSent(Golden golden) {
        assertInstanceOf(Accepted.class, golden.receiver().unwrap(golden.packet(), 0));
    }

    @ParameterizedTest
    @MethodSource("checkedPackets")
    void refusesItWithAnyOctetChanged(Golden golden) {
        byte[] octets = golden.octets();
        for (int i = 0; i < octets.length; i++) {
            byte[] forged = octets.clone();
            forged[i] ^= 1;
            assertEquals(
                    new Refused(Reason.FORGED),
                    golden.receiver().unwrap(ByteBuffer.wrap(forged), 0),
                    "octet " + i);
        }
    }

    @ParameterizedTest
    @MethodSource("checkedPackets")
    void refusesItASecondTime(Golden golden) {
        ControlWrap receiver = golden.receiver();
        receiver.unwrap(golden.packet(), 0);

        assertEquals(new Refused(Reason.REPLAYED), receiver.unwrap(golden.packet(), 1));
    }

    @ParameterizedTest
    @MethodSource("packets")
    void refusesEveryTruncation(Golden golden) {
        byte[] octets = golden.octets();
        int shortest = golden.wrapping().equals("plain") ? 14 : octets.length;
        for (int length = 0; length < shortest; length++) {
            var cut = ByteBuffer.wrap(Arrays.copyOf(octets, length));
            assertInstanceOf(Refused.class, golden.receiver().unwrap(cut, 0), "length " + length);
        }
    }

    @ParameterizedTest
    @MethodSource("packets")
    void theOtherSideReadsWhatThisSideWrites(Golden golden) {
        ByteBuffer wire = golden.sender().wrap(PACKET, 1_700_000_000);

        assertEquals(new Accepted(PACKET), golden.receiver().unwrap(wire, 0));
        assertEquals(PACKET.write().length + golden.sender().overhead(), wire.remaining());
    }

    @Test
    void aPacketOfOurOwnSideIsForged() {
        Secret key = Secret.of(random(1, 256));
        var ours = new TlsCrypt(key, true);
        var wire = new TlsCrypt(key, true).wrap(PACKET, 1);
        assertEquals(new Refused(Reason.FORGED), ours.unwrap(wire, 0));

        var auth = new TlsAuth(key, OptionalInt.of(1), Digest.SHA512);
        var sent = new TlsAuth(key, OptionalInt.of(1), Digest.SHA512).wrap(PACKET, 1);
        assertEquals(new Refused(Reason.FORGED), auth.unwrap(sent, 0));
    }

    @Test
    void aRetransmissionPassesTheReplayCheck() {
        Secret key = Secret.of(random(2, 256));
        var sender = new TlsCrypt(key, true);
        var receiver = new TlsCrypt(key, false);

        assertInstanceOf(Accepted.class, receiver.unwrap(sender.wrap(PACKET, 1), 0));
        assertInstanceOf(Accepted.class, receiver.unwrap(sender.wrap(PACKET, 5), 0));
    }

    @Test
    void randomOctetsAreNeverAcceptedByAKeyedWrapAndNeverThrow() {
        var random = new Random(42);
        Secret key = Secret.of(random(3, 256));
        var wraps =
                List.of(
                        new TlsCrypt(key, true),
                        new TlsAuth(key, OptionalInt.empty(), Digest.SHA1));
        for (int i = 0; i < 20_000; i++) {
            byte[] octets = new byte[random.nextInt(120)];
            random.nextBytes(octets);
            for (ControlWrap wrap : wraps) {
                assertInstanceOf(Refused.class, wrap.unwrap(ByteBuffer.wrap(octets), i));
            }
            new PlainWrap().unwrap(ByteBuffer.wrap(octets), i);
        }
    }

    @Test
    void readsAcksAndRefusesAPacketCutInsideThem() {
        var whole =
                java.util.HexFormat.of().parseHex("28aeb9afe1f01d79c80100000000dd85db535623b02e");
        var packet = ControlPacket.read(ByteBuffer.wrap(whole)).orElseThrow();
        assertEquals(List.of(0), packet.acks().messageIds());
        assertArrayEquals(whole, packet.write());

        var cut = java.util.HexFormat.of().parseHex("20aeb9afe1f01d79c8010000000002");
        assertTrue(ControlPacket.read(ByteBuffer.wrap(cut)).isEmpty());
    }

    @Test
    void moreThanEightAcksAreMalformed() {
        byte[] nine = new byte[9 + 1 + 36 + 8 + 4];
        nine[0] = 0x20;
        nine[9] = 9;
        assertTrue(ControlPacket.read(ByteBuffer.wrap(nine)).isEmpty());
        nine[9] = 8;
        assertTrue(ControlPacket.read(ByteBuffer.wrap(nine)).isPresent());
    }

    @ParameterizedTest
    @EnumSource(Digest.class)
    void tlsAuthSpeaksEveryDigestAndOnlyTheSameOne(Digest digest) {
        Secret key = Secret.of(random(5, 256));
        var wire = new TlsAuth(key, OptionalInt.of(1), digest).wrap(PACKET, 1);
        var same = new TlsAuth(key, OptionalInt.of(0), digest);
        assertEquals(new Accepted(PACKET), same.unwrap(wire, 0));
        Digest other = digest == Digest.SHA256 ? Digest.SHA3_256 : Digest.SHA256;
        assertInstanceOf(Refused.class, new TlsAuth(key, OptionalInt.of(0), other).unwrap(wire, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "sha1, SHA1",
        "RSA-SHA256, SHA256",
        "SHA-256, SHA256",
        "SHA512-256, SHA512_256",
        "SHA3-384, SHA3_384",
        "MD5, MD5"
    })
    void digestsAreKnownByTheNamesOfProfiles(String name, Digest digest) {
        assertEquals(Optional.of(digest), Digest.named(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "none", "SHA", "SHA0", "WHIRLPOOL", "SHA1234", "SHA3"})
    void otherDigestsAreNone(String name) {
        assertEquals(Optional.empty(), Digest.named(name));
    }

    @Test
    void aPayloadLongerThanAnyPeerMaySendIsMalformed() {
        byte[] longest = new byte[9 + 1 + 4 + ControlPacket.LONGEST_PAYLOAD];
        longest[0] = 0x20;
        assertTrue(ControlPacket.read(ByteBuffer.wrap(longest)).isPresent());
        byte[] longer = Arrays.copyOf(longest, longest.length + 1);
        assertTrue(ControlPacket.read(ByteBuffer.wrap(longer)).isEmpty());
    }

    private static byte[] random(long seed, int length) {
        byte[] octets = new byte[length];
        new Random(seed).nextBytes(octets);
        return octets;
    }
}
