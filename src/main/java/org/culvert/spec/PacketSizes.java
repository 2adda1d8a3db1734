package org.culvert.spec;

/**
 * How large packets may be, octets.
 *
 * @param tunMtu MTU of the device where the server pushes none
 * @param tunMtuMax most that a server may push
 * @param mssFix bound by which TCP inside the tunnel is told smaller segments
 * @param fragment bound above which packets are cut; the server must cut too
 */
public record PacketSizes(int tunMtu, int tunMtuMax, Bound mssFix, Bound fragment) {
    /** The defaults of OpenVPN 2.6. */
    public static final PacketSizes DEFAULT =
            new PacketSizes(1500, 1600, new Bound(1492, Bound.Of.OUTER_PACKET), Bound.NONE);

    /** Refuses an MTU that no IP packet fits in, and fragments of nearly nothing. */
    public PacketSizes {
        if (tunMtu < 576 || tunMtu > 65535 || tunMtuMax < tunMtu || tunMtuMax > 65535) {
            throw new IllegalArgumentException("tun-mtu " + tunMtu);
        }
        if (fragment.octets() != 0 && (fragment.octets() < 200 || fragment.octets() > 65535)) {
            throw new IllegalArgumentException("fragment " + fragment.octets());
        }
    }

    /**
     * A bound and what it bounds.
     *
     * @param octets 0: none
     */
    public record Bound(int octets, Of of) {
        /** No bound. */
        public static final Bound NONE = new Bound(0, Of.DATAGRAM);

        /** Refuses what no packet has. */
        public Bound {
            if (octets < 0 || octets > 65535) {
                throw new IllegalArgumentException("bound of " + octets);
            }
        }

        /** What is measured. */
        public enum Of {
            /** What is inside the outer UDP or TCP header. */
            DATAGRAM,
            /** The outer IP packet as a whole ({@code mtu}). */
            OUTER_PACKET,
            /** The IP packet inside the tunnel ({@code fixed}). */
            INNER_PACKET
        }
    }
}
