package org.culvert.net;

import java.util.Optional;

/**
 * A network that is reached through the tunnel.
 *
 * @param destination the network, host bits cleared
 * @param gateway the next hop, empty for the device itself
 * @param metric 0 where none is wanted
 */
public record Route(Cidr destination, Optional<IpAddress> gateway, int metric) {
    /** Clears host bits; refuses a negative metric or a gateway of the other family. */
    public Route {
        destination = destination.network();
        boolean foreign = gateway.isPresent() && gateway.get().v6() != destination.address().v6();
        if (metric < 0 || foreign) {
            throw new IllegalArgumentException("route to " + destination);
        }
    }

    /** A route through the device. */
    public static Route to(Cidr destination) {
        return new Route(destination, Optional.empty(), 0);
    }
}
