package org.culvert.profile;

import static org.culvert.profile.Values.error;
import static org.culvert.profile.Values.good;
import static org.culvert.profile.Values.isNumber;
import static org.culvert.profile.Values.number;
import static org.culvert.profile.Values.oneOf;
import static org.culvert.profile.Values.supported;
import static org.culvert.profile.Values.warning;

import org.culvert.net.IpAddress;
import org.culvert.profile.Problem.Kind;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What is wrong with the value of an option that says how servers are reached. */
final class ReachValues {
    private static final int SMALLEST_MTU = 576;
    private static final int SMALLEST_FRAGMENT = 200;

    private ReachValues() {}

    static Optional<Problem> check(Directive d) {
        return switch (d.name()) {
            case "remote" -> Remotes.flaw(d).flatMap(kind -> error(d, kind));
            case "proto" -> proto(d);
            case "proto-force" -> oneOf(d, "udp", "tcp");
            case "port", "rport" -> good(d, d.argument(0).flatMap(Remotes::port).isPresent());
            case "connect-timeout", "server-poll-timeout", "connect-retry-max" -> number(d);
            case "connect-retry" -> good(d, isNumber(d, 0) && isAbsentOrNumber(d, 1));
            case "resolv-retry" -> good(d, isNumber(d, 0) || d.text().endsWith(" infinite"));
            case "lport" -> good(d, d.argument(0).filter(ReachValues::isLocalPort).isPresent());
            case "local" -> local(d);
            case "http-proxy", "socks-proxy" -> Proxies.flaw(d).flatMap(kind -> error(d, kind));
            case "http-proxy-option" ->
                    Proxies.acts(d) ? Optional.empty() : warning(d, Kind.KEPT, d.text());
            case "explicit-exit-notify" -> good(d, isAbsentOrNumber(d, 0));
            case "tun-mtu" -> mtu(d);
            case "tun-mtu-max", "max-packet-size" -> number(d);
            case "mssfix" -> good(d, isAbsentOrNumber(d, 0) && hasUnit(d, "fixed"));
            case "fragment" -> fragment(d);
            default -> Optional.empty();
        };
    }

    private static Optional<Problem> proto(Directive d) {
        String word = d.argument(0).orElse("");
        if (word.toLowerCase(Locale.ROOT).endsWith("-server")) {
            return error(d, Kind.SERVER);
        }
        return good(d, !Remotes.transports(word).isEmpty());
    }

    /** Names of this machine are not looked up. */
    private static Optional<Problem> local(Directive d) {
        String word = d.argument(0).orElse("");
        boolean port = d.argument(1).filter(p -> !isLocalPort(p)).isEmpty();
        boolean known = word.equals("*") || IpAddress.parse(word).isPresent();
        return known ? good(d, port) : supported(d, false);
    }

    private static boolean isLocalPort(String word) {
        return word.equals("0") || Remotes.port(word).isPresent();
    }

    private static Optional<Problem> mtu(Directive d) {
        Optional<Integer> octets = d.argument(0).flatMap(Numbers::of);
        boolean large = octets.filter(n -> n > Reaches.LARGEST_MTU).isPresent();
        return large
                ? warning(d, Kind.PARTLY, Integer.toString(Reaches.LARGEST_MTU))
                : good(d, octets.filter(n -> n >= SMALLEST_MTU).isPresent());
    }

    private static Optional<Problem> fragment(Directive d) {
        Optional<Integer> octets = d.argument(0).flatMap(Numbers::of);
        return good(d, octets.filter(n -> n >= SMALLEST_FRAGMENT).isPresent() && hasUnit(d, "mtu"));
    }

    /** What the number measures, where that is said. */
    private static boolean hasUnit(Directive d, String other) {
        return d.argument(1).filter(word -> !Set.of("mtu", other).contains(word)).isEmpty();
    }

    private static boolean isAbsentOrNumber(Directive d, int i) {
        return d.argument(i).isEmpty() || isNumber(d, i);
    }
}
