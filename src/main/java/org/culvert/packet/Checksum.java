package org.culvert.packet;

/** The Internet checksum (RFC 1071), whole or mended (RFC 1624). */
final class Checksum {
    private Checksum() {}

    /** The sum of {@code length} octets, added to {@code sum}; not folded. */
    static long add(long sum, byte[] buffer, int at, int length) {
        long total = sum;
        int end = at + (length & ~1);
        for (int i = at; i < end; i += 2) {
            total += ((buffer[i] & 0xff) << 8) | (buffer[i + 1] & 0xff);
        }
        return (length & 1) == 0 ? total : total + ((buffer[end] & 0xff) << 8);
    }

    /** The checksum that a sum gives. */
    static int fold(long sum) {
        long folded = sum;
        while (folded >>> 16 != 0) {
            folded = (folded & 0xffff) + (folded >>> 16);
        }
        return (int) ~folded & 0xffff;
    }

    /** A checksum after the 16 bits {@code old} have become {@code fresh}. */
    static int mend(int checksum, int old, int fresh) {
        return fold((~checksum & 0xffff) + (~old & 0xffff) + fresh);
    }
}
