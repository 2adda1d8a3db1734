package org.culvert.protocol.control;

import org.culvert.net.Cidr;

import java.util.List;

/** Networks that no server may pull into the tunnel (security R90). */
final class RouteHygiene {
    private static final List<Cidr> FORBIDDEN =
            List.of(
                    Cidr.literal("127.0.0.0/8"),
                    Cidr.literal("169.254.0.0/16"),
                    Cidr.literal("224.0.0.0/4"),
                    Cidr.literal("0.0.0.0/8"),
                    Cidr.literal("::1/128"),
                    Cidr.literal("fe80::/10"),
                    Cidr.literal("ff00::/8"));

    private RouteHygiene() {}

    /** Whether {@code destination} lies outside all of them. */
    static boolean accepts(Cidr destination) {
        return FORBIDDEN.stream()
                .noneMatch(network ->
                        network.contains(destination.address())
                                && destination.prefix() >= network.prefix());
    }
}
