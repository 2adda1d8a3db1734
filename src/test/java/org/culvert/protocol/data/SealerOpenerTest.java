package org.culvert.protocol.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.culvert.protocol.wire.Digest;
import org.culvert.secret.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

import javax.crypto.Cipher;

class SealerOpenerTest {
    private static final int AT = Sealer.HEAD_ROOM;

    @ParameterizedTest
    @CsvSource({
        "AES_256_GCM, 23, NONE",
        "AES_128_GCM, -1, NONE",
        "CHACHA20_POLY1305, 0, NONE",
        "AES_192_GCM, 1, NONE",
        "AES_256_CBC, 23, NONE",
        "AES_128_CBC, -1, LZO",
        "AES_192_CBC, 7, SWAP",
        "AES_256_GCM, 16777215, LZO",
        "AES_256_GCM, -1, SWAP",
        "CHACHA20_POLY1305, 5, V2"
    })
    void thePeerOpensWhatWasSealed(DataCipher cipher, int peerId, StubFraming framing)
            throws GeneralSecurityException {
        var sealer = new Sealer(keys(cipher, peerId, 3), framing);
        var opener = new Opener(mirror(keys(cipher, peerId, 3)), framing);
        for (int length : new int[] {1, 2, 20, 1400, 1500}) {
            byte[] packet = packet(length, length);
            byte[] buffer = room(packet);

            int sealed = sealer.seal(buffer, AT, length);
            int opened = opener.open(buffer, sealer.offset(), sealed);

            assertEquals(length, opened);
            int from = opener.offset();
            assertArrayEquals(packet, Arrays.copyOfRange(buffer, from, from + opened));
        }
    }

    @Test
    void sealsTheKnownPacket() throws GeneralSecurityException {
        var hex = HexFormat.of();
        byte[] key =
                hex.parseHex("616361676163616f3838383838383838515351575153515f72726f7874787073");
        byte[] iv = hex.parseHex("212321272123212f");
        byte[] plain =
                hex.parseHex(
                        "54686520717569636b206c6974746c6520666f78206a756d7073206f76657220"
                                + "7468652062757265617563726174696320687572646c6573");
        byte[] wire =
                hex.parseHex(
                        "07000017000000011fdd908f0e9dc25e79d832020d58e73f2262f977d6bb2118"
                                + "fa0ea82e6b1706d949aefcb5efcbbacd5c09a9ab45f4d391d3f68794cb0b"
                                + "82c3d33389b61622b3281598e2ff6d5cc38b");
        var aead = new Aead(DataCipher.AES_256_GCM, Secret.of(key), Secret.of(iv));
        byte[] header = Arrays.copyOf(wire, 8);

        byte[] sealed = aead.init(Cipher.ENCRYPT_MODE, 1, header, 0, 8).doFinal(plain);

        assertArrayEquals(
                Arrays.copyOfRange(wire, 8, 24),
                Arrays.copyOfRange(sealed, plain.length, plain.length + 16));
        assertArrayEquals(
                Arrays.copyOfRange(wire, 24, wire.length), Arrays.copyOf(sealed, plain.length));
    }

    @ParameterizedTest
    @EnumSource(DataCipher.class)
    void dropsADatagramWithAnyOctetChanged(DataCipher cipher) throws GeneralSecurityException {
        var sealer = new Sealer(keys(cipher, 7, 0), StubFraming.NONE);
        byte[] buffer = room(packet(60, 1));
        int sealed = sealer.seal(buffer, AT, 60);
        for (int i = 0; i < sealed; i++) {
            byte[] forged = buffer.clone();
            forged[sealer.offset() + i] ^= 1;
            var opener = new Opener(mirror(keys(cipher, 7, 0)), StubFraming.NONE);
            int opened = opener.open(forged, sealer.offset(), sealed);
            boolean bare = !cipher.aead() && i < 4;
            assertEquals(bare ? 60 : Opener.DROPPED, opened, "octet " + i);
            assertEquals(bare ? Drop.TOO_SHORT : Drop.FORGED, opener.drop());
        }
    }

    @Test
    void aChangedPaddingIsSeenByTheHmacAndAWrongOneOfTheKeyHolderIsDropped()
            throws GeneralSecurityException {
        DataKeys keys = keys(DataCipher.AES_128_CBC, 7, 0);
        var cbc = new Cbc(keys.sealKey(), keys.sealSecond(), Digest.SHA256);
        for (int padding : new int[] {0, 17, 33, -1}) {
            byte[] datagram = new byte[4 + 32 + 16 + 32];
            datagram[0] = 0x48;
            datagram[datagram.length - 1] = (byte) padding;
            cbc.putIv(datagram, 36, 1);
            cbc.crypt(Cipher.ENCRYPT_MODE, datagram, 36, 52, 32);
            cbc.putMac(datagram, 4, 36, 48);
            var opener = new Opener(mirror(keys), StubFraming.NONE);
            assertEquals(Opener.DROPPED, opener.open(datagram, 0, datagram.length));
        }
    }

    @Test
    void noTwoPacketsHaveTheSameIv() throws GeneralSecurityException {
        var sealer = new Sealer(keys(DataCipher.AES_256_CBC, 7, 0), StubFraming.NONE);
        var seen = new HashSet<String>();
        for (int i = 0; i < 1000; i++) {
            byte[] buffer = room(packet(60, 1));
            sealer.seal(buffer, AT, 60);
            int iv = sealer.offset() + 4 + 32;
            assertTrue(seen.add(HexFormat.of().formatHex(buffer, iv, iv + 16)));
        }
    }

    @Test
    void dropsTheSameDatagramTheSecondTime() throws GeneralSecurityException {
        var sealer = new Sealer(keys(DataCipher.AES_256_GCM, 7, 0), StubFraming.NONE);
        var opener = new Opener(mirror(keys(DataCipher.AES_256_GCM, 7, 0)), StubFraming.NONE);
        byte[] buffer = room(packet(60, 1));
        int sealed = sealer.seal(buffer, AT, 60);
        byte[] copy = buffer.clone();

        assertEquals(60, opener.open(buffer, sealer.offset(), sealed));
        assertEquals(Opener.DROPPED, opener.open(copy, sealer.offset(), sealed));
        assertEquals(Drop.REPLAYED, opener.drop());
    }

    @Test
    void dropsEveryTruncationAsTooShortOrForged() throws GeneralSecurityException {
        var sealer = new Sealer(keys(DataCipher.AES_128_GCM, -1, 0), StubFraming.NONE);
        byte[] buffer = room(packet(10, 1));
        int sealed = sealer.seal(buffer, AT, 10);
        for (int length = 1; length < sealed; length++) {
            var opener = new Opener(mirror(keys(DataCipher.AES_128_GCM, -1, 0)), StubFraming.NONE);
            byte[] copy = buffer.clone();
            assertEquals(Opener.DROPPED, opener.open(copy, sealer.offset(), length));
        }
    }

    @Test
    void dropsWhatSaysThatItIsCompressed() throws GeneralSecurityException {
        DataKeys keys = keys(DataCipher.AES_256_GCM, 7, 0);
        for (StubFraming framing :
                new StubFraming[] {StubFraming.LZO, StubFraming.SWAP, StubFraming.V2}) {
            byte[] compressed = packet(40, 1);
            compressed[0] = (byte) (framing == StubFraming.V2 ? 0x50 : 0x66);
            compressed[1] = 1;
            byte[] buffer = room(compressed);
            var sealer = new Sealer(keys, StubFraming.NONE);
            int sealed = sealer.seal(buffer, AT, 40);
            var opener = new Opener(mirror(keys), framing);

            assertEquals(Opener.DROPPED, opener.open(buffer, sealer.offset(), sealed));
            assertEquals(Drop.COMPRESSED, opener.drop());
        }
    }

    @Test
    void randomDatagramsNeverThrowAndNeverOpen() {
        var random = new Random(7);
        var opener = new Opener(keys(DataCipher.AES_256_GCM, 7, 0), StubFraming.NONE);
        byte[] buffer = new byte[2048];
        for (int i = 0; i < 100_000; i++) {
            int length = 1 + random.nextInt(200);
            random.nextBytes(buffer);
            assertEquals(Opener.DROPPED, opener.open(buffer, 0, length));
        }
    }

    @Test
    void aKeyIsWornLongBeforeItsPacketIdsEndAndThenSealsNothing() throws GeneralSecurityException {
        DataKeys keys = keys(DataCipher.CHACHA20_POLY1305, 7, 0);
        var sealer = new Sealer(keys, StubFraming.NONE, 0xff00_0000 - 2);
        byte[] buffer = room(packet(60, 1));
        sealer.seal(buffer, AT, 60);
        assertEquals(false, sealer.worn());
        sealer.seal(buffer, AT, 60);
        assertTrue(sealer.worn());

        var last = new Sealer(keys, StubFraming.NONE, -2);
        assertTrue(last.seal(buffer, AT, 60) > 0);
        assertEquals(Sealer.EXHAUSTED, last.seal(buffer, AT, 60));
        assertEquals(Sealer.EXHAUSTED, last.seal(buffer, AT, 60));
    }

    /** Protocol 10.4, what a client of 2.6 computes. */
    @Test
    void aDatagramHasRoomForWhatTheReferenceReckons() {
        var gcm = new Sealer(keys(DataCipher.AES_256_GCM, 7, 0), StubFraming.NONE);
        assertEquals(1400 + 40, gcm.room(1492 - 28));
        var stub = new Sealer(keys(DataCipher.AES_256_GCM, 7, 0), StubFraming.LZO);
        assertEquals(1399 + 40, stub.room(1492 - 28));
    }

    @Test
    void noTwoPacketsOfAKeyHaveTheSameNonce() throws GeneralSecurityException {
        var sealer = new Sealer(keys(DataCipher.AES_256_GCM, 7, 0), StubFraming.NONE);
        var seen = new HashSet<Integer>();
        for (int i = 0; i < 10_000; i++) {
            byte[] buffer = room(packet(60, 1));
            sealer.seal(buffer, AT, 60);
            assertTrue(seen.add((int) Aead.INT.get(buffer, sealer.offset() + 4)));
        }
    }

    @ParameterizedTest
    @MethodSource("livePackets")
    void opensWhatRealPeersSealed(LivePacket live) {
        DataKeys keys = live.keys();
        byte[] wire = HexFormat.of().parseHex(live.packet());
        byte[] room = Arrays.copyOf(wire, wire.length + Opener.TAIL_ROOM);
        var opener = new Opener(keys, StubFraming.NONE);
        int length = opener.open(room, 0, wire.length);
        int from = opener.offset();
        String plain = HexFormat.of().formatHex(room, from, from + length);
        assertEquals(live.plain(), plain);
    }

    static List<LivePacket> livePackets() throws IOException {
        return LivePacket.all();
    }

    @Test
    void aClosedKeyOpensAndSealsNothing() throws GeneralSecurityException {
        var sealer = new Sealer(keys(DataCipher.AES_256_GCM, 7, 0), StubFraming.NONE);
        var opener = new Opener(mirror(keys(DataCipher.AES_256_GCM, 7, 0)), StubFraming.NONE);
        byte[] buffer = room(packet(60, 1));
        int sealed = sealer.seal(buffer, AT, 60);
        opener.close();
        sealer.close();

        assertEquals(Opener.DROPPED, opener.open(buffer, sealer.offset(), sealed));
        assertEquals(Sealer.EXHAUSTED, sealer.seal(buffer, AT, 60));
    }

    @Test
    void allocatesNoMoreThanTheCipherItself() throws GeneralSecurityException {
        var sealer = new Sealer(keys(DataCipher.AES_256_GCM, 7, 0), StubFraming.NONE);
        var opener = new Opener(mirror(keys(DataCipher.AES_256_GCM, 7, 0)), StubFraming.NONE);
        byte[] buffer = room(packet(1400, 1));
        var bean = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        run(sealer, opener, buffer, 20_000);
        long before = bean.getCurrentThreadAllocatedBytes();
        run(sealer, opener, buffer, 10_000);
        long each = (bean.getCurrentThreadAllocatedBytes() - before) / 10_000;

        assertTrue(each < 2600, "octets of garbage for a seal and an open: " + each);
    }

    private static void run(Sealer sealer, Opener opener, byte[] buffer, int times)
            throws GeneralSecurityException {
        for (int i = 0; i < times; i++) {
            int sealed = sealer.seal(buffer, AT, 1400);
            assertEquals(1400, opener.open(buffer, sealer.offset(), sealed));
        }
    }

    private static byte[] packet(int length, long seed) {
        byte[] packet = new byte[length];
        new Random(seed).nextBytes(packet);
        packet[0] = length % 2 == 0 ? 0x45 : (byte) 0x50;
        return packet;
    }

    private static byte[] room(byte[] packet) {
        byte[] buffer = new byte[AT + packet.length + Sealer.TAIL_ROOM + Opener.TAIL_ROOM];
        System.arraycopy(packet, 0, buffer, AT, packet.length);
        return buffer;
    }

    static DataKeys keys(DataCipher cipher, int peerId, int keyId) {
        DataFormat format =
                cipher.aead() ? new DataFormat.Aead() : new DataFormat.CbcHmac(Digest.SHA256);
        return new DataKeys(
                format,
                cipher,
                keyId,
                peerId,
                secret(1, cipher.keyLength()),
                secret(2, format.secondLength()),
                secret(3, cipher.keyLength()),
                secret(4, format.secondLength()));
    }

    @SuppressWarnings("ArgumentSelectionDefectChecker") // swapped on purpose
    static DataKeys mirror(DataKeys keys) {
        return new DataKeys(
                keys.format(),
                keys.cipher(),
                keys.keyId(),
                keys.peerId(),
                keys.openKey(),
                keys.openSecond(),
                keys.sealKey(),
                keys.sealSecond());
    }

    private static Secret secret(long seed, int length) {
        byte[] octets = new byte[length];
        new Random(seed).nextBytes(octets);
        return Secret.of(octets);
    }
}
