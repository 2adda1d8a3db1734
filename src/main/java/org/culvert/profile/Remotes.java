package org.culvert.profile;

import org.culvert.net.Transport;
import org.culvert.spec.ConnectSpec;
import org.culvert.spec.Reach;
import org.culvert.spec.Remote;

import java.net.IDN;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The servers of a profile in the order to try them: those of connection blocks first, then plain
 * lines. A block begins with the values that stand above it.
 */
record Remotes(Profile profile) {
    private static final Map<String, Integer> SERVICES =
            Map.of("openvpn", 1194, "https", 443, "http", 80, "domain", 53, "ssh", 22);
    private static final int USUAL_PORT = 1194;

    /** How a server is reached, given its line and a protocol. */
    private interface Reaching {
        Reach of(Scope scope, Transport transport, String proto);
    }

    /** At most as many as a spec may have. */
    List<Remote> all() {
        return all((scope, transport, proto) -> new Reaches(scope).of(transport, proto));
    }

    /** The same by name only, even where the way to one of them makes no sense. */
    List<Remote> named() {
        return all((scope, transport, proto) -> Reach.DEFAULT);
    }

    private List<Remote> all(Reaching reaching) {
        var remotes = new ArrayList<Remote>();
        Stream<Directive> lines =
                profile.directives().stream().filter(d -> d.name().equals("remote"));
        lines.sorted((a, b) -> Boolean.compare(a.connection() == 0, b.connection() == 0))
                .forEach(d -> remotes.addAll(of(d, reaching)));
        return remotes.stream().limit(ConnectSpec.MAX_REMOTES).toList();
    }

    /** Whether a server is left that the profile's protocols and proxies lead to. */
    boolean leadSomewhere() {
        return profile.directives().stream()
                .filter(d -> d.name().equals("remote"))
                .map(d -> new Scope(profile, d))
                .anyMatch(scope ->
                        transports(proto(scope)).stream().anyMatch(t -> isPossible(scope, t)));
    }

    private static String proto(Scope scope) {
        return scope.remote().argument(2).or(() -> scope.word("proto")).orElse("udp");
    }

    private List<Remote> of(Directive remote, Reaching reaching) {
        var scope = new Scope(profile, remote);
        String word = remote.argument(0).orElse("");
        Optional<String> host = host(word);
        Optional<Integer> port =
                remote.argument(1)
                        .or(() -> portBehind(word))
                        .or(() -> scope.word("port", "rport"))
                        .map(Remotes::port)
                        .orElse(Optional.of(USUAL_PORT));
        String proto = proto(scope);
        var remotes = new ArrayList<Remote>();
        for (Transport transport : transports(proto)) {
            Reach reach = reaching.of(scope, transport, proto);
            host.ifPresent(h ->
                    port.filter(_ -> isPossible(scope, transport))
                            .ifPresent(p -> remotes.add(new Remote(h, p, transport, reach))));
        }
        return remotes;
    }

    /** An HTTP proxy carries no datagrams, only datagrams are cut, and one may be forced. */
    private static boolean isPossible(Scope scope, Transport transport) {
        boolean http =
                scope.last("http-proxy", "socks-proxy")
                        .filter(d -> d.name().equals("http-proxy"))
                        .isPresent();
        Optional<Transport> forced =
                scope.profile()
                        .last("proto-force")
                        .flatMap(d -> d.argument(0))
                        .flatMap(Remotes::transport);
        boolean carried = transport == Transport.UDP ? !http : !scope.has("fragment");
        return carried && forced.filter(f -> f != transport).isEmpty();
    }

    /** Whether the line names a server, and if not, what is wrong with it. */
    static Optional<Problem.Kind> flaw(Directive remote) {
        String word = remote.argument(0).orElse("");
        boolean injector =
                word.startsWith("/") || word.matches(".*[@?\"\\s].*") || word.contains("://");
        if (injector) {
            return Optional.of(Problem.Kind.INJECTOR);
        }
        boolean good =
                host(word).isPresent()
                        && remote.arguments().size() <= 3
                        && remote.argument(1)
                                .or(() -> portBehind(word))
                                .map(Remotes::port)
                                .orElse(Optional.of(USUAL_PORT))
                                .isPresent()
                        && !transports(remote.argument(2).orElse("udp")).isEmpty();
        return good ? Optional.empty() : Optional.of(Problem.Kind.BAD_VALUE);
    }

    /** A name, an IPv4 address or a bare, bracketed IPv6 address; a port may stand behind it. */
    static Optional<String> host(String word) {
        String host =
                portBehind(word).map(p -> word.substring(0, word.lastIndexOf(':'))).orElse(word);
        if (host.startsWith("[") && host.endsWith("]")) {
            host = host.substring(1, host.length() - 1);
        }
        try {
            String ascii = host.chars().allMatch(c -> c < 128) ? host : IDN.toASCII(host);
            return Optional.of(ascii).filter(h -> h.matches("[A-Za-z0-9._:-]{1,253}"));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> portBehind(String word) {
        boolean bracketed = word.matches("\\[[^]]*]:[0-9]+");
        boolean named = word.matches("[^:\\[\\]]+:[0-9]+");
        return bracketed || named
                ? Optional.of(word.substring(word.lastIndexOf(':') + 1))
                : Optional.empty();
    }

    /** A number or the name of a service. */
    static Optional<Integer> port(String word) {
        Optional<Integer> number = Numbers.of(word);
        return number.isPresent()
                ? number.filter(n -> n >= 1 && n <= 65535)
                : Optional.ofNullable(SERVICES.get(word.toLowerCase(Locale.ROOT)));
    }

    /** One, two for {@code adaptive}, or none where the word is no protocol of a client. */
    static List<Transport> transports(String word) {
        return word.equalsIgnoreCase("adaptive")
                ? List.of(Transport.UDP, Transport.TCP)
                : transport(word).map(List::of).orElse(List.of());
    }

    private static Optional<Transport> transport(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "udp", "udp4", "udp6" -> Optional.of(Transport.UDP);
            case "tcp", "tcp4", "tcp6", "tcp-client", "tcp4-client", "tcp6-client" ->
                    Optional.of(Transport.TCP);
            default -> Optional.empty();
        };
    }
}
