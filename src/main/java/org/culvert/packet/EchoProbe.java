package org.culvert.packet;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** ICMP echo requests of our own towards the gateway, and their answers (RFC 792). IPv4. */
public final class EchoProbe {
    private static final int HEADER = 20;
    private static final int LENGTH = HEADER + 8 + 8;
    private static final int ICMP = 1;
    private static final int REQUEST = 8;
    private static final int TTL = 64;

    private final byte[] source;
    private final byte[] gateway;
    private final int id;

    /** Four octets each; {@code id} tells our echoes from those of other programs. */
    public EchoProbe(byte[] source, byte[] gateway, int id) {
        this.source = source.clone();
        this.gateway = gateway.clone();
        this.id = id & 0xffff;
    }

    /** A whole IP packet. */
    public byte[] request(int sequence) {
        var packet = ByteBuffer.allocate(LENGTH);
        packet.put((byte) 0x45).put((byte) 0).putShort((short) LENGTH).putInt(0);
        packet.put((byte) TTL).put((byte) ICMP).putShort((short) 0).put(source).put(gateway);
        packet.put((byte) REQUEST).put((byte) 0).putShort((short) 0);
        packet.putShort((short) id).putShort((short) sequence).putLong(0);
        byte[] octets = packet.array();
        packet.putShort(10, (short) Checksum.fold(Checksum.add(0, octets, 0, HEADER)));
        int sum = Checksum.fold(Checksum.add(0, octets, HEADER, LENGTH - HEADER));
        packet.putShort(HEADER + 2, (short) sum);
        return octets;
    }

    /** The sequence number that this packet answers; -1 if it answers none of ours. */
    public int answered(byte[] buffer, int at, int length) {
        boolean ours =
                length == LENGTH
                        && buffer[at] == 0x45
                        && buffer[at + 9] == ICMP
                        && Arrays.equals(buffer, at + 12, at + 16, gateway, 0, 4)
                        && Arrays.equals(buffer, at + 16, at + 20, source, 0, 4)
                        && buffer[at + HEADER] == 0
                        && u16(buffer, at + HEADER + 4) == id;
        return ours ? u16(buffer, at + HEADER + 6) : -1;
    }

    private static int u16(byte[] buffer, int at) {
        return ((buffer[at] & 0xff) << 8) | (buffer[at + 1] & 0xff);
    }
}
