package org.culvert.net;

import java.util.Optional;

/**
 * An address and the length of its prefix. Host bits are kept: {@code 10.8.0.6/24} is an
 * interface's address, {@link #network} the network it stands in.
 *
 * @param address the address
 * @param prefix 0..32 or 0..128
 */
public record Cidr(IpAddress address, int prefix) {
    /** Refuses a prefix longer than the address. */
    public Cidr {
        if (prefix < 0 || prefix > address.bits()) {
            throw new IllegalArgumentException("prefix: " + prefix);
        }
    }

    /** Reads {@code 10.8.0.6/24} or a bare address (full prefix); empty if it is neither. */
    public static Optional<Cidr> parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return IpAddress.parse(text).map(address -> new Cidr(address, address.bits()));
        }
        String prefix = text.substring(slash + 1);
        if (!prefix.matches("0|[1-9][0-9]{0,2}")) {
            return Optional.empty();
        }
        int bits = Integer.parseInt(prefix);
        return IpAddress.parse(text.substring(0, slash))
                .filter(address -> bits <= address.bits())
                .map(address -> new Cidr(address, bits));
    }

    /** As {@link #parse}, for constants and trusted text. */
    public static Cidr literal(String text) {
        return parse(text)
                .orElseThrow(() -> new IllegalArgumentException("not a network: " + text));
    }

    /** The same prefix with the host bits cleared. */
    public Cidr network() {
        return new Cidr(address.masked(prefix), prefix);
    }

    /** Whether {@code other} lies in this network. */
    public boolean contains(IpAddress other) {
        return other.v6() == address.v6() && other.masked(prefix).equals(address.masked(prefix));
    }

    /** Whether the two networks share an address. */
    public boolean overlaps(Cidr other) {
        return prefix <= other.prefix ? contains(other.address) : other.contains(address);
    }

    @Override
    public String toString() {
        return address + "/" + prefix;
    }
}
