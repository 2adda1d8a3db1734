package org.culvert.profile;

import org.culvert.net.IpAddress;
import org.culvert.net.Transport;
import org.culvert.spec.PacketSizes;
import org.culvert.spec.PacketSizes.Bound;
import org.culvert.spec.Reach;

import java.util.Locale;
import java.util.Optional;

/** How the server of a {@code remote} line is reached. */
record Reaches(Scope scope) {
    private static final int USUAL_MTU = 1500;
    private static final int USUAL_MSSFIX = 1492;
    private static final int USUAL_LOCAL_PORT = 1194;
    private static final int MOST_GOODBYES = 10;

    /** Longest packet that the device and the link carry. */
    private static final int LARGEST_MTU = 9000;

    private static final int SMALLEST_MTU = 576;

    /** {@code proto}: the word that the line ends in, or the protocol in force. */
    Reach of(Transport transport, String proto) {
        return new Reach(
                family(proto),
                new Proxies(scope).of(transport),
                local(),
                scope.has("float"),
                scope.number("connect-timeout", "server-poll-timeout").orElse(0),
                exitNotify(),
                sizes());
    }

    private static Reach.Family family(String proto) {
        String word = proto.toLowerCase(Locale.ROOT);
        if (word.contains("6")) {
            return Reach.Family.V6;
        }
        return word.contains("4") ? Reach.Family.V4 : Reach.Family.ANY;
    }

    private int exitNotify() {
        return scope.last("explicit-exit-notify")
                .map(d -> d.argument(0).flatMap(Numbers::of).orElse(1))
                .map(times -> Math.min(times, MOST_GOODBYES))
                .orElse(0);
    }

    /** A client's own port is random unless a line asks for one. */
    private Optional<Reach.Local> local() {
        Optional<Directive> local = scope.last("local");
        Optional<IpAddress> address = local.flatMap(d -> d.argument(0)).flatMap(IpAddress::parse);
        Optional<Integer> named =
                local.flatMap(d -> d.argument(1))
                        .or(() -> scope.word("lport"))
                        .flatMap(word -> word.equals("0") ? Optional.of(0) : Remotes.port(word));
        int usual = scope.has("bind") ? usualPort() : 0;
        int port = scope.profile().has("nobind") ? 0 : named.orElse(usual);
        return address.isEmpty() && port == 0
                ? Optional.empty()
                : Optional.of(new Reach.Local(address, port));
    }

    private int usualPort() {
        return scope.word("port").flatMap(Remotes::port).orElse(USUAL_LOCAL_PORT);
    }

    /** The nearest length that device and link carry. */
    static int mtu(int wanted) {
        return Math.clamp(wanted, SMALLEST_MTU, LARGEST_MTU);
    }

    private PacketSizes sizes() {
        int mtu = mtu(scope.number("tun-mtu").orElse(USUAL_MTU));
        int most = scope.number("tun-mtu-max").orElse(PacketSizes.DEFAULT.tunMtuMax());
        Bound fragment = scope.last("fragment").map(d -> bound(d, 0)).orElse(Bound.NONE);
        int largest = Math.min(Math.max(most, mtu), LARGEST_MTU);
        return new PacketSizes(mtu, largest, mssFix(mtu, fragment), fragment);
    }

    /** Protocol 10.4. */
    private Bound mssFix(int mtu, Bound fragment) {
        Optional<Directive> line = scope.last("mssfix", "max-packet-size");
        boolean bare = line.filter(d -> d.arguments().isEmpty()).isPresent();
        if (line.isPresent() && !bare) {
            boolean packet = line.get().name().equals("max-packet-size");
            Bound named = bound(line.get(), USUAL_MSSFIX);
            return packet ? new Bound(named.octets(), Bound.Of.OUTER_PACKET) : named;
        }
        if (fragment.octets() > 0) {
            return new Bound(fragment.octets(), Bound.Of.OUTER_PACKET);
        }
        return bare || mtu == USUAL_MTU
                ? new Bound(USUAL_MSSFIX, Bound.Of.OUTER_PACKET)
                : new Bound(mtu, Bound.Of.INNER_PACKET);
    }

    private static Bound bound(Directive d, int otherwise) {
        int octets = d.argument(0).flatMap(Numbers::of).orElse(otherwise);
        return new Bound(
                octets,
                switch (d.argument(1).orElse("")) {
                    case "mtu" -> Bound.Of.OUTER_PACKET;
                    case "fixed" -> Bound.Of.INNER_PACKET;
                    default -> Bound.Of.DATAGRAM;
                });
    }
}
