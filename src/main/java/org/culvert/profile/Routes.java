package org.culvert.profile;

import org.culvert.net.Cidr;
import org.culvert.net.IpAddress;
import org.culvert.net.Route;

import java.util.Optional;
import java.util.Set;

/** The route lines of a profile. */
final class Routes {
    private static final Set<String> INTO_THE_TUNNEL = Set.of("", "default", "vpn_gateway");

    private Routes() {}

    /**
     * The network of a {@code route} line; empty for names, odd masks and ways beside the tunnel.
     */
    static Optional<Route> four(Directive d) {
        int bits = bits(d.argument(1).orElse("255.255.255.255"));
        return d.argument(0)
                .flatMap(IpAddress::parse)
                .filter(network -> !network.v6() && bits > 0 && isIntoTunnel(d, 2))
                .map(network -> Route.to(new Cidr(network, bits)));
    }

    /** The network of a {@code route-ipv6} line. */
    static Optional<Route> six(Directive d) {
        return d.argument(0)
                .flatMap(Cidr::parse)
                .filter(cidr -> cidr.address().v6() && cidr.prefix() > 0 && isIntoTunnel(d, 1))
                .map(Route::to);
    }

    /** {@code route 0.0.0.0 0.0.0.0} asks for a full tunnel. */
    static boolean isEverything(Directive d) {
        return d.argument(0).filter("0.0.0.0"::equals).isPresent()
                && d.argument(1).filter("0.0.0.0"::equals).isPresent()
                && isIntoTunnel(d, 2);
    }

    private static boolean isIntoTunnel(Directive d, int gateway) {
        return INTO_THE_TUNNEL.contains(d.argument(gateway).orElse(""));
    }

    private static int bits(String mask) {
        long ones = mask.equals("default") ? 0xffffffffL : four(mask);
        int bits = Long.bitCount(ones);
        return ones == (0xffffffffL << (32 - bits) & 0xffffffffL) ? bits : 0;
    }

    private static long four(String mask) {
        return IpAddress.parse(mask)
                .filter(address -> !address.v6())
                .map(address -> address.low() & 0xffffffffL)
                .orElse(0L);
    }
}
