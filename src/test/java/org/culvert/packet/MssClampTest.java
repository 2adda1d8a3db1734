package org.culvert.packet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Random;

class MssClampTest {
    private static final String MSS_1460 = "020405b4";
    private static final String ODD_PLACE = "01" + MSS_1460 + "010101";

    private final MssClamp clamp = new MssClamp(1360, 1340);

    /** A SYN of TCP with these options, its checksum right. */
    private static byte[] v4(int flags, String options) {
        byte[] option = HexFormat.of().parseHex(options);
        int tcp = 20 + option.length;
        var packet = ByteBuffer.allocate(20 + tcp);
        packet.put((byte) 0x45).put((byte) 0).putShort((short) (20 + tcp)).putInt(0);
        packet.put((byte) 64).put((byte) 6).putShort((short) 0);
        packet.putInt(0x0a080006).putInt(0x0a080001);
        return sum(tcp(packet, flags, option).array(), 20, 12, 8);
    }

    private static byte[] v6(String options) {
        byte[] option = HexFormat.of().parseHex(options);
        int tcp = 20 + option.length;
        var packet = ByteBuffer.allocate(40 + tcp);
        packet.putInt(0x60000000).putShort((short) tcp).put((byte) 6).put((byte) 64);
        packet.putLong(0xfd00L << 48).putLong(6).putLong(0xfd00L << 48).putLong(1);
        return sum(tcp(packet, 2, option).array(), 40, 8, 32);
    }

    private static ByteBuffer tcp(ByteBuffer packet, int flags, byte[] option) {
        packet.putShort((short) 4000).putShort((short) 443).putInt(1).putInt(0);
        packet.put((byte) (((20 + option.length) / 4) << 4)).put((byte) flags);
        return packet.putShort((short) 0xffff).putInt(0).put(option);
    }

    private static byte[] sum(byte[] octets, int header, int addresses, int length) {
        int checksum = Checksum.fold(tcpSum(octets, header, addresses, length));
        octets[header + 16] = (byte) (checksum >>> 8);
        octets[header + 17] = (byte) checksum;
        return octets;
    }

    private static long tcpSum(byte[] octets, int header, int addresses, int length) {
        int tcp = octets.length - header;
        long pseudo = Checksum.add(6L + tcp, octets, addresses, length);
        return Checksum.add(pseudo, octets, header, tcp);
    }

    private static int mss(byte[] packet, int at) {
        return ((packet[at] & 0xff) << 8) | (packet[at + 1] & 0xff);
    }

    @Test
    void lowersWhatASynOffersAndMendsItsChecksum() {
        byte[] packet = v4(2, MSS_1460);

        clamp.apply(packet, 0, packet.length);

        assertEquals(1360, mss(packet, 42));
        assertEquals(0, Checksum.fold(tcpSum(packet, 20, 12, 8)));
    }

    @Test
    void mendsTheChecksumWhereTheOptionStandsAtAnOddPlace() {
        byte[] packet = v4(0x12, ODD_PLACE);

        clamp.apply(packet, 0, packet.length);

        assertEquals(1360, mss(packet, 43));
        assertEquals(0, Checksum.fold(tcpSum(packet, 20, 12, 8)));
    }

    @Test
    void sixtyOctetsOfHeaderLeaveLessForIpv6() {
        byte[] packet = v6(MSS_1460);

        clamp.apply(packet, 0, packet.length);

        assertEquals(1340, mss(packet, 62));
        assertEquals(0, Checksum.fold(tcpSum(packet, 40, 8, 32)));
    }

    @Test
    void leavesWhatIsSmallEnoughOrNoSyn() {
        for (byte[] packet :
                new byte[][] {
                    v4(2, "02040500"), v4(0x10, MSS_1460), v4(2, ""), v4(2, "01010101")
                }) {
            byte[] before = packet.clone();
            clamp.apply(packet, 0, packet.length);
            assertArrayEquals(before, packet);
        }
    }

    @Test
    void leavesLaterFragmentsAndOtherProtocols() {
        byte[] fragment = v4(2, MSS_1460);
        fragment[7] = 1;
        byte[] udp = v4(2, MSS_1460);
        udp[9] = 17;
        for (byte[] packet : new byte[][] {fragment, udp}) {
            byte[] before = packet.clone();
            clamp.apply(packet, 0, packet.length);
            assertArrayEquals(before, packet);
        }
    }

    @Test
    void optionsThatLieAboutTheirLengthAreLeft() {
        for (String options : new String[] {"0200ffff", "02ff05b4", "0301020405", "05"}) {
            byte[] packet = v4(2, options + "00".repeat((8 - options.length() % 8) % 8 / 2));
            byte[] before = packet.clone();
            clamp.apply(packet, 0, packet.length);
            assertArrayEquals(before, packet);
        }
    }

    @Test
    void anyOctetsMayComeAtAnyLength() {
        var random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            byte[] octets = new byte[100];
            random.nextBytes(octets);
            octets[0] = (byte) (i % 2 == 0 ? 0x45 + i % 11 : 0x60);
            octets[9] = 6;
            octets[6] = (byte) (i % 2 == 0 ? 0 : 6);
            clamp.apply(octets, 0, random.nextInt(101));
        }
    }
}
