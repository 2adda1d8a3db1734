package org.culvert.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.HexFormat;
import java.util.Random;

class ChecksumTest {
    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    @Test
    void sumsTheExampleOfRfc1071() {
        byte[] octets = hex("0001f203f4f5f6f7");

        long sum = Checksum.add(0, octets, 0, octets.length);

        assertEquals(0x2ddf0, sum);
        assertEquals(~0xddf2 & 0xffff, Checksum.fold(sum));
    }

    @Test
    void aHeaderWithItsChecksumSumsToZero() {
        byte[] header = hex("45000073000040004011b861c0a80001c0a800c7");

        assertEquals(0, Checksum.fold(Checksum.add(0, header, 0, header.length)));
    }

    @Test
    void anOddOctetStandsForItsHighHalf() {
        assertEquals(0x0102 + 0x0300, Checksum.add(0, hex("010203"), 0, 3));
    }

    @Test
    void mendsTheExampleOfRfc1624() {
        assertEquals(0x0000, Checksum.mend(0xdd2f, 0x5555, 0x3285));
    }

    @Test
    void mendingIsTheSameAsSummingAnew() {
        var random = new Random(11);
        for (int i = 0; i < 1000; i++) {
            byte[] octets = new byte[20];
            random.nextBytes(octets);
            int before = Checksum.fold(Checksum.add(0, octets, 0, 20));
            int old = ((octets[4] & 0xff) << 8) | (octets[5] & 0xff);
            int fresh = random.nextInt(0x10000);
            octets[4] = (byte) (fresh >>> 8);
            octets[5] = (byte) fresh;

            int mended = Checksum.mend(before, old, fresh);

            assertEquals(Checksum.fold(Checksum.add(0, octets, 0, 20)), mended);
        }
    }
}
