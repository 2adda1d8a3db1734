package org.culvert.spec;

import org.culvert.net.IpAddress;

import java.util.Optional;

/**
 * How a remote is reached: what a {@code <connection>} block may say beside host, port and
 * protocol.
 *
 * @param family of the addresses to try
 * @param proxy the way leads through it
 * @param local where our own socket is bound; empty: wherever the system likes
 * @param floating the server may answer from another address
 * @param connectTimeout first octet of the server within this many seconds; 0: not named
 * @param exitNotify how often to tell the server good-bye; 0: not
 * @param sizes how large packets may be
 */
public record Reach(
        Family family,
        Optional<Proxy> proxy,
        Optional<Local> local,
        boolean floating,
        int connectTimeout,
        int exitNotify,
        PacketSizes sizes) {
    /** Directly, by either family, with the defaults of OpenVPN 2.6. */
    public static final Reach DEFAULT =
            new Reach(
                    Family.ANY,
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    0,
                    0,
                    PacketSizes.DEFAULT);

    /** Refuses negative times. */
    public Reach {
        if (connectTimeout < 0 || exitNotify < 0) {
            throw new IllegalArgumentException("negative timer");
        }
    }

    /** Which addresses of a name are tried. */
    public enum Family {
        /** All. */
        ANY,
        /** IPv4 ({@code udp4}, {@code tcp4}). */
        V4,
        /** IPv6 ({@code udp6}, {@code tcp6}). */
        V6;

        /** Whether {@code address} is of this family. */
        public boolean accepts(IpAddress address) {
            return this == ANY || (this == V6) == address.v6();
        }
    }

    /**
     * Our own end of the link.
     *
     * @param address empty: any
     * @param port 0: any
     */
    public record Local(Optional<IpAddress> address, int port) {
        /** Refuses what is no port. */
        public Local {
            if (port < 0 || port > 65535) {
                throw new IllegalArgumentException("local port " + port);
            }
        }
    }
}
