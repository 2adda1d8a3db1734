package org.culvert.protocol.proxy;

import org.culvert.net.Endpoint;

import java.nio.ByteBuffer;

/** What stands in front of every datagram that a SOCKS5 relay passes on (protocol 11.2). */
public final class RelayHeader {
    /** Most octets in front of a datagram of ours. */
    public static final int MOST = 4 + 16 + 2;

    private static final int IPV4 = 1;
    private static final int NAME = 3;
    private static final int IPV6 = 4;

    private RelayHeader() {}

    /** In front of a datagram for {@code server}. */
    public static byte[] towards(Endpoint server) {
        byte[] address = server.address().octets();
        var header = ByteBuffer.allocate(4 + address.length + 2);
        header.putShort((short) 0).put((byte) 0);
        header.put((byte) (server.address().v6() ? IPV6 : IPV4));
        return header.put(address).putShort((short) server.port()).array();
    }

    /** Octets in front of the datagram that came; -1 where it is none of a relay, or a piece. */
    public static int length(byte[] octets, int length) {
        if (length < 5 || octets[0] != 0 || octets[1] != 0 || octets[2] != 0) {
            return -1;
        }
        int address =
                switch (octets[3]) {
                    case IPV4 -> 4;
                    case IPV6 -> 16;
                    case NAME -> 1 + (octets[4] & 0xff);
                    default -> -1;
                };
        int header = 4 + address + 2;
        return address < 0 || header > length ? -1 : header;
    }
}
