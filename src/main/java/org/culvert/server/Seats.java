package org.culvert.server;

import org.culvert.net.Cidr;
import org.culvert.net.IpAddress;

import java.util.BitSet;
import java.util.Optional;

/** The places of a server's clients: the first address is the server's, the next are theirs. */
final class Seats {
    /** Most clients at a time. */
    static final int MOST = 8;

    private final Cidr network;
    private final BitSet taken = new BitSet(MOST);

    /** A client's number, 0..7, and his address. */
    record Seat(int number, IpAddress address) {}

    Seats(Cidr network) {
        this.network = network.network();
    }

    /** The server's address in all tunnels. */
    IpAddress server() {
        return host(1);
    }

    /** The lowest free seat; empty where all are taken. */
    Optional<Seat> take() {
        int number = taken.nextClearBit(0);
        if (number >= MOST) {
            return Optional.empty();
        }
        taken.set(number);
        return Optional.of(new Seat(number, host(number + 2)));
    }

    /** The option that gives a client his address. */
    String ifconfig(Seat seat) {
        return "ifconfig " + seat.address() + " " + Pushed.netmask(network.prefix());
    }

    void free(Seat seat) {
        taken.clear(seat.number());
    }

    private IpAddress host(int number) {
        return IpAddress.v4((int) network.address().low() + number);
    }
}
