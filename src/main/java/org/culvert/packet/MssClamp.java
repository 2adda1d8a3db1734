package org.culvert.packet;

/**
 * Lowers the segment size that a TCP SYN offers, in place (protocol 10.4; C: {@code mss.c}). Any
 * octets may come; what is no SYN with that option stays as it is. Makes no garbage.
 */
public final class MssClamp {
    private static final int TCP = 6;
    private static final int SYN = 2;
    private static final int OPTION_MSS = 2;
    private static final int V4_HEADER = 20;
    private static final int V6_HEADER = 40;
    private static final int TCP_HEADER = 20;

    private final int mss4;
    private final int mss6;

    /** Segment sizes for IPv4 and IPv6, octets; below 1: as they are. */
    public MssClamp(int mss4, int mss6) {
        this.mss4 = mss4;
        this.mss6 = mss6;
    }

    /** Looks at the packet of {@code length} octets at {@code at}. */
    public void apply(byte[] buffer, int at, int length) {
        if (length < V4_HEADER + TCP_HEADER) {
            return;
        }
        int version = (buffer[at] & 0xff) >>> 4;
        if (version == 4) {
            int header = (buffer[at] & 0xf) * 4;
            boolean first = (u16(buffer, at + 6) & 0x1fff) == 0;
            if (header >= V4_HEADER && first && buffer[at + 9] == TCP) {
                tcp(buffer, at + header, length - header, mss4);
            }
        } else if (version == 6 && length >= V6_HEADER && buffer[at + 6] == TCP) {
            tcp(buffer, at + V6_HEADER, length - V6_HEADER, mss6);
        }
    }

    private static void tcp(byte[] buffer, int at, int length, int most) {
        if (length < TCP_HEADER || (buffer[at + 13] & SYN) == 0) {
            return;
        }
        int header = ((buffer[at + 12] & 0xff) >>> 4) * 4;
        int end = at + Math.min(header, length);
        for (int option = at + TCP_HEADER; option < end; ) {
            int kind = buffer[option];
            if (kind == 0) {
                return;
            }
            if (kind == 1) {
                option++;
                continue;
            }
            int size = option + 1 < end ? buffer[option + 1] & 0xff : 0;
            if (size < 2 || option + size > end) {
                return;
            }
            if (kind == OPTION_MSS && size == 4) {
                lower(buffer, at + 16, option + 2, most);
                return;
            }
            option += size;
        }
    }

    /** An odd place shifts the option's octets against the checksum's words. */
    private static void lower(byte[] buffer, int checksumAt, int valueAt, int most) {
        int old = u16(buffer, valueAt);
        if (old <= most || most < 1) {
            return;
        }
        boolean odd = ((valueAt - checksumAt) & 1) != 0;
        int checksum = u16(buffer, checksumAt);
        int mended =
                odd
                        ? Checksum.mend(checksum, swap(old), swap(most))
                        : Checksum.mend(checksum, old, most);
        put16(buffer, valueAt, most);
        put16(buffer, checksumAt, mended);
    }

    private static int swap(int value) {
        return (value & 0xff) << 8 | value >>> 8;
    }

    private static int u16(byte[] buffer, int at) {
        return ((buffer[at] & 0xff) << 8) | (buffer[at + 1] & 0xff);
    }

    private static void put16(byte[] buffer, int at, int value) {
        buffer[at] = (byte) (value >>> 8);
        buffer[at + 1] = (byte) value;
    }
}
