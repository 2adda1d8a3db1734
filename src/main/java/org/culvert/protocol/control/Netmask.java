package org.culvert.protocol.control;

import org.culvert.net.IpAddress;

import java.util.OptionalInt;

/** Netmasks as prefix lengths. */
final class Netmask {
    private Netmask() {}

    /** The length; empty where ones and zeros are mixed. */
    static OptionalInt prefix(IpAddress mask) {
        int bits = (int) mask.low();
        int ones = Integer.bitCount(bits);
        boolean contiguous = ones == 0 || bits == -1 << (32 - ones);
        return contiguous ? OptionalInt.of(ones) : OptionalInt.empty();
    }
}
