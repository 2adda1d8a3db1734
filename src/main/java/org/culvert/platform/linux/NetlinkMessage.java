package org.culvert.platform.linux;

import org.culvert.net.IpAddress;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Builds one rtnetlink request: header, fixed part, attributes (linux/netlink.h). */
final class NetlinkMessage {
    static final int REQUEST = 1;
    static final int ACK = 4;
    static final int DUMP = 0x300;
    static final int EXCLUSIVE = 0x200;
    static final int REPLACE = 0x100;
    static final int CREATE = 0x400;
    static final int HEADER = 16;

    private static final int CAPACITY = 512;

    private final ByteBuffer out = ByteBuffer.allocate(CAPACITY).order(ByteOrder.nativeOrder());

    NetlinkMessage(int type, int flags) {
        out.putInt(0).putShort((short) type).putShort((short) (REQUEST | flags));
        out.putInt(0).putInt(0);
    }

    NetlinkMessage u8(int value) {
        out.put((byte) value);
        return this;
    }

    NetlinkMessage u16(int value) {
        out.putShort((short) value);
        return this;
    }

    NetlinkMessage u32(int value) {
        out.putInt(value);
        return this;
    }

    NetlinkMessage attribute(int type, int value) {
        return attribute(
                type, ByteBuffer.allocate(4).order(ByteOrder.nativeOrder()).putInt(value).array());
    }

    NetlinkMessage attributeOctet(int type, int value) {
        return attribute(type, new byte[] {(byte) value});
    }

    NetlinkMessage attribute(int type, IpAddress address) {
        return attribute(type, address.octets());
    }

    NetlinkMessage attribute(int type, byte[] value) {
        out.putShort((short) (4 + value.length)).putShort((short) type).put(value);
        while (out.position() % 4 != 0) {
            out.put((byte) 0);
        }
        return this;
    }

    /** The finished request. */
    byte[] octets(int sequence) {
        out.putInt(0, out.position()).putInt(8, sequence);
        byte[] octets = new byte[out.position()];
        out.get(0, octets);
        return octets;
    }
}
