package org.culvert.profile;

import static org.culvert.profile.Values.error;
import static org.culvert.profile.Values.good;
import static org.culvert.profile.Values.supported;
import static org.culvert.profile.Values.warning;

import org.culvert.net.IpAddress;
import org.culvert.profile.Problem.Kind;

import java.util.Locale;
import java.util.Optional;

/** What is wrong with the value of an option that says how servers are reached. */
final class ReachValues {
    private ReachValues() {}

    /** The check called {@code name}. */
    static Optional<Problem> check(Directive d, String name) {
        return switch (name) {
            case "remote" -> Remotes.flaw(d).flatMap(kind -> error(d, kind));
            case "proto" -> proto(d);
            case "local" -> local(d);
            case "proxy" -> Proxies.flaw(d).flatMap(kind -> error(d, kind));
            case "proxy-option" ->
                    Proxies.acts(d) ? Optional.empty() : warning(d, Kind.KEPT, d.text());
            case "mtu" -> mtu(d);
            default -> throw new IllegalArgumentException(name);
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
        if (octets.isEmpty()) {
            return d.argument(0).isEmpty()
                    ? error(d, Kind.BAD_VALUE)
                    : warning(d, Kind.NO_NUMBER, d.text());
        }
        int used = Reaches.mtu(octets.get());
        return used == octets.get()
                ? Optional.empty()
                : warning(d, Kind.OTHER_NUMBER, Integer.toString(used));
    }
}
