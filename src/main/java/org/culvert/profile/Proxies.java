package org.culvert.profile;

import org.culvert.net.Transport;
import org.culvert.prompt.Answer;
import org.culvert.spec.Proxy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The proxy on the way to a server. */
record Proxies(Scope scope) {
    private static final Set<String> AUTH_METHODS = Set.of("none", "basic", "digest");
    private static final Set<String> AUTOMATIC = Set.of("auto", "auto-nct");
    private static final int SOCKS_PORT = 1080;

    /** The one that stands last of the two kinds; HTTP is for TCP. */
    Optional<Proxy> of(Transport transport) {
        Optional<Directive> line = scope.last("http-proxy", "socks-proxy");
        boolean http = line.filter(d -> d.name().equals("http-proxy")).isPresent();
        return http && transport == Transport.TCP
                ? line.map(this::http)
                : line.filter(_ -> !http).map(this::socks);
    }

    private Proxy http(Directive line) {
        boolean clear = line.arguments().stream().noneMatch("auto-nct"::equals);
        return new Proxy.Http(
                host(line), port(line).orElse(0), clear, version(), headers(), known());
    }

    private Proxy socks(Directive line) {
        boolean signIn = line.argument(2).isPresent();
        return new Proxy.Socks(host(line), port(line).orElse(SOCKS_PORT), signIn, known());
    }

    private static String host(Directive line) {
        return line.argument(0).flatMap(Remotes::host).orElse("");
    }

    private static Optional<Integer> port(Directive line) {
        return line.argument(1).flatMap(Remotes::port);
    }

    /** Inline, for either kind. */
    private Optional<Answer.Credentials> known() {
        return scope.profile()
                .part("http-proxy-user-pass")
                .flatMap(Directive::block)
                .flatMap(Connecting::credentials);
    }

    private String version() {
        return options("VERSION")
                .reduce((_, last) -> last)
                .flatMap(d -> d.argument(1))
                .orElse("1.0");
    }

    private List<String> headers() {
        var headers = new ArrayList<String>();
        options("CUSTOM-HEADER").forEach(d -> headers.add(header(d)));
        options("AGENT")
                .reduce((_, last) -> last)
                .flatMap(d -> d.argument(1))
                .ifPresent(agent -> headers.add("User-Agent: " + agent));
        return headers;
    }

    /** A name and a value, or both in one word. */
    private static String header(Directive d) {
        String name = d.argument(1).orElse("");
        return d.argument(2).map(value -> name + ": " + value).orElse(name);
    }

    private java.util.stream.Stream<Directive> options(String kind) {
        return scope.profile().directives().stream()
                .filter(d -> d.name().equals("http-proxy-option"))
                .filter(d -> d.connection() == 0 || d.connection() == scope.remote().connection())
                .filter(d -> d.argument(0).filter(kind::equals).isPresent());
    }

    /** What is wrong with an {@code http-proxy} line. */
    static Optional<Problem.Kind> flaw(Directive line) {
        boolean http = line.name().equals("http-proxy");
        boolean named = line.argument(0).flatMap(Remotes::host).isPresent();
        boolean port = port(line).isPresent() || (!http && line.argument(1).isEmpty());
        if (!named || !port) {
            return Optional.of(Problem.Kind.BAD_VALUE);
        }
        boolean known =
                !http
                        || line.argument(2).filter(AUTOMATIC::contains).isPresent()
                        || line.argument(3)
                                .or(() -> line.argument(2).filter(w -> w.equals("none")))
                                .filter(word -> !AUTH_METHODS.contains(word))
                                .isEmpty();
        return known ? Optional.empty() : Optional.of(Problem.Kind.NOT_SUPPORTED);
    }

    /** Whether an {@code http-proxy-option} is one that acts. */
    static boolean acts(Directive line) {
        String value = line.argument(1).orElse("");
        return switch (line.argument(0).orElse("")) {
            case "VERSION" -> value.matches("1\\.[01]");
            case "AGENT" -> value.matches("[!-~][ -~]{0,400}");
            case "CUSTOM-HEADER" -> header(line).matches("[!-~][ -~]{0,511}");
            default -> false;
        };
    }
}
