package org.culvert.profile;

import org.culvert.net.IpAddress;
import org.culvert.profile.Problem.Kind;
import org.culvert.profile.Problem.Severity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What is wrong with the value of an option that acts. */
final class Values {
    private static final Set<String> DIGESTS =
            Set.of(
                    "MD5",
                    "SHA1",
                    "SHA224",
                    "SHA256",
                    "SHA384",
                    "SHA512",
                    "SHA512256",
                    "SHA3256",
                    "SHA3384",
                    "SHA3512");

    private Values() {}

    /** The check called {@code name}. */
    static Optional<Problem> check(Directive d, String name) {
        return switch (name) {
            case "device" -> device(d);
            case "cipher" -> cipher(d);
            case "ciphers" -> ciphers(d);
            case "fallback" -> fallback(d);
            case "digest" -> digest(d);
            case "old-name" -> oldName(d);
            case "name-field" -> supported(d, d.text().endsWith(" CN"));
            case "certificate-profile" -> certificateProfile(d);
            case "version" -> version(d);
            case "idle" -> good(d, isNumber(d, 0) && Limits.octets(d).isPresent());
            case "route" -> route(d);
            case "flags" -> flags(d);
            case "dhcp" -> dhcp(d);
            case "no-negotiation" -> warning(d, Kind.OLD, "data-ciphers");
            case "environment" -> environment(d);
            default -> ReachValues.check(d, name);
        };
    }

    private static Optional<Problem> device(Directive d) {
        String word = d.argument(0).orElse("");
        return word.startsWith("tap") || word.equals("null")
                ? error(d, Kind.NOT_SUPPORTED)
                : good(d, !word.isEmpty());
    }

    private static Optional<Problem> cipher(Directive d) {
        String word = d.argument(0).orElse("").toUpperCase(Locale.ROOT);
        return Ciphers.isInsecure(word) ? error(d, Kind.INSECURE) : good(d, !word.isEmpty());
    }

    private static Optional<Problem> ciphers(Directive d) {
        String list = d.argument(0).orElse("");
        List<String> without = Ciphers.notOffered(list);
        if (Ciphers.named(list).isEmpty()) {
            boolean insecure = without.stream().allMatch(Ciphers::isInsecure);
            return error(d, insecure ? Kind.INSECURE : Kind.NOT_SUPPORTED);
        }
        return without.isEmpty()
                ? Optional.empty()
                : warning(d, Kind.PARTLY, String.join(":", without));
    }

    private static Optional<Problem> fallback(Directive d) {
        String word = d.argument(0).orElse("").toUpperCase(Locale.ROOT);
        boolean offered = Ciphers.SPOKEN.contains(word);
        return offered ? Optional.empty() : warning(d, Kind.KEPT, word);
    }

    private static Optional<Problem> digest(Directive d) {
        String word = d.argument(0).orElse("").toUpperCase(Locale.ROOT);
        return word.equals("NONE")
                ? error(d, Kind.INSECURE)
                : supported(d, DIGESTS.contains(word.replace("RSA-", "").replace("-", "")));
    }

    private static Optional<Problem> oldName(Directive d) {
        return d.argument(0)
                .filter(word -> !word.isEmpty())
                .map(OldName::text)
                .map(name -> warning(d, Kind.OLD, "verify-x509-name " + name))
                .orElse(error(d, Kind.BAD_VALUE));
    }

    /** What {@code preferred} asks for, we always ask for. */
    private static Optional<Problem> certificateProfile(Directive d) {
        return switch (d.argument(0).orElse("")) {
            case "legacy", "preferred" -> Optional.empty();
            case "insecure" -> error(d, Kind.INSECURE);
            case "suiteb" -> error(d, Kind.NOT_SUPPORTED);
            default -> error(d, Kind.BAD_VALUE);
        };
    }

    private static Optional<Problem> version(Directive d) {
        String word = d.argument(0).orElse("");
        boolean old = word.equals("1.0") || word.equals("1.1");
        if (old && d.name().equals("tls-version-min")) {
            return warning(d, Kind.RAISED, word);
        }
        return old ? error(d, Kind.INSECURE) : oneOf(d, "1.2", "1.3");
    }

    private static Optional<Problem> route(Directive d) {
        boolean six = d.name().equals("route-ipv6");
        boolean acts = six ? Routes.six(d).isPresent() : Routes.four(d).isPresent();
        boolean everything = !six && Routes.isEverything(d);
        return acts || everything ? Optional.empty() : warning(d, Kind.KEPT, "");
    }

    private static Optional<Problem> flags(Directive d) {
        List<String> without =
                d.arguments().stream()
                        .filter(flag -> !Set.of("def1", "ipv6").contains(flag))
                        .toList();
        return without.isEmpty()
                ? Optional.empty()
                : warning(d, Kind.PARTLY, String.join(" ", without));
    }

    private static Optional<Problem> dhcp(Directive d) {
        String value = d.argument(1).orElse("");
        return switch (d.argument(0).orElse("")) {
            case "DNS", "DNS6" -> good(d, IpAddress.parse(value).isPresent());
            case "DOMAIN", "DOMAIN-SEARCH", "ADAPTER_DOMAIN_SUFFIX" ->
                    good(d, value.matches("[A-Za-z0-9_.-]{1,253}"));
            case "DOMAIN-ROUTE" -> good(d, value.matches("[A-Za-z0-9_.-]{1,253}"));
            default -> warning(d, Kind.KEPT, "");
        };
    }

    private static Optional<Problem> environment(Directive d) {
        return switch (d.argument(0).orElse("")) {
            case "GENERIC_CONFIG" -> error(d, Kind.NOT_SUPPORTED);
            case "FORWARD_COMPATIBLE", "CLIENT_CERT", "FRIENDLY_NAME" -> Optional.empty();
            default -> Optional.of(problem(d, Severity.NOTE, Kind.KEPT, ""));
        };
    }

    static Optional<Problem> oneOf(Directive d, String... words) {
        return good(d, d.argument(0).filter(Set.of(words)::contains).isPresent());
    }

    static boolean isNumber(Directive d, int i) {
        return d.argument(i).flatMap(Numbers::of).isPresent();
    }

    static Optional<Problem> good(Directive d, boolean good) {
        return good ? Optional.empty() : error(d, Kind.BAD_VALUE);
    }

    static Optional<Problem> supported(Directive d, boolean supported) {
        return supported ? Optional.empty() : error(d, Kind.NOT_SUPPORTED);
    }

    static Optional<Problem> error(Directive d, Kind kind) {
        return Optional.of(problem(d, Severity.ERROR, kind, String.join(" ", d.arguments())));
    }

    static Optional<Problem> warning(Directive d, Kind kind, String detail) {
        return Optional.of(problem(d, Severity.WARNING, kind, detail));
    }

    static Problem problem(Directive d, Severity severity, Kind kind, String detail) {
        return new Problem(d.spot(), d.name(), severity, kind, detail);
    }
}
