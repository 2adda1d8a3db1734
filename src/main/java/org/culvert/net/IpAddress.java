package org.culvert.net;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * An IPv4 or IPv6 address. Parsing never asks a resolver, which {@code java.net.InetAddress} would.
 *
 * @param high the upper 64 bits of an IPv6 address, 0 for IPv4
 * @param low the lower 64 bits, or the 32 bits of an IPv4 address
 * @param v6 whether this is an IPv6 address
 */
public record IpAddress(long high, long low, boolean v6) implements Comparable<IpAddress> {
    /** Refuses bits that an IPv4 address does not have. */
    public IpAddress {
        if (!v6 && (high != 0 || low >>> 32 != 0)) {
            throw new IllegalArgumentException("IPv4 address with more than 32 bits");
        }
    }

    /** An IPv4 address from its 32 bits. */
    public static IpAddress v4(int bits) {
        return new IpAddress(0, Integer.toUnsignedLong(bits), false);
    }

    /** An address from its 4 or 16 octets in network byte order. */
    public static IpAddress of(byte[] octets) {
        return switch (octets.length) {
            case 4 -> new IpAddress(0, join(octets, 0, 4), false);
            case 16 -> new IpAddress(join(octets, 0, 8), join(octets, 8, 8), true);
            default -> throw new IllegalArgumentException("octets: " + octets.length);
        };
    }

    /** The address written in {@code text}, without brackets or zone; empty if it is none. */
    public static Optional<IpAddress> parse(String text) {
        return text.indexOf(':') < 0 ? parseV4(text).map(IpAddress::v4) : parseV6(text);
    }

    /** As {@link #parse}, for constants and trusted text. */
    public static IpAddress literal(String text) {
        return parse(text)
                .orElseThrow(() -> new IllegalArgumentException("not an address: " + text));
    }

    /** The 4 or 16 octets in network byte order. */
    public byte[] octets() {
        byte[] octets = new byte[v6 ? 16 : 4];
        for (int i = 0; i < octets.length; i++) {
            int fromRight = octets.length - 1 - i;
            long half = fromRight < 8 ? low : high;
            octets[i] = (byte) (half >>> (8 * (fromRight & 7)));
        }
        return octets;
    }

    /** 32 or 128. */
    public int bits() {
        return v6 ? 128 : 32;
    }

    /** This address with all but the first {@code prefix} bits cleared. */
    public IpAddress masked(int prefix) {
        if (!v6) {
            return new IpAddress(0, low & mask(prefix + 32), false);
        }
        return new IpAddress(high & mask(prefix), low & mask(prefix - 64), true);
    }

    /** Whether it is 127.0.0.0/8 or ::1. */
    public boolean isLoopback() {
        return v6 ? high == 0 && low == 1 : low >>> 24 == 127;
    }

    @Override
    public int compareTo(IpAddress other) {
        return Arrays.compareUnsigned(octets(), other.octets());
    }

    @Override
    public String toString() {
        if (!v6) {
            return (low >>> 24)
                    + "."
                    + (low >>> 16 & 255)
                    + "."
                    + (low >>> 8 & 255)
                    + "."
                    + (low & 255);
        }
        return Ipv6Text.write(high, low);
    }

    private static long mask(int bits) {
        if (bits <= 0) {
            return 0;
        }
        return bits >= 64 ? -1L : -1L << (64 - bits);
    }

    private static long join(byte[] octets, int from, int length) {
        return Long.parseUnsignedLong(HexFormat.of().formatHex(octets, from, from + length), 16);
    }

    private static Optional<Integer> parseV4(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return Optional.empty();
        }
        int bits = 0;
        for (String part : parts) {
            if (!part.matches("0|[1-9][0-9]{0,2}") || Integer.parseInt(part) > 255) {
                return Optional.empty();
            }
            bits = bits << 8 | Integer.parseInt(part);
        }
        return Optional.of(bits);
    }

    private static Optional<IpAddress> parseV6(String text) {
        int tail = text.lastIndexOf(':') + 1;
        if (text.indexOf('.') < 0) {
            return Ipv6Text.read(text);
        }
        return parseV4(text.substring(tail))
                .flatMap(v4 ->
                        Ipv6Text.read(
                                text.substring(0, tail)
                                        + Integer.toHexString(v4 >>> 16)
                                        + ":"
                                        + Integer.toHexString(v4 & 0xffff)));
    }
}
