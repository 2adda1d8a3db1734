package org.culvert.profile;

import org.culvert.failure.Failure;
import org.culvert.net.Cidr;
import org.culvert.net.DnsSettings;
import org.culvert.net.IpAddress;
import org.culvert.net.Route;
import org.culvert.net.Transport;
import org.culvert.prompt.Answer;
import org.culvert.secret.Secret;
import org.culvert.spec.ConnectSpec;
import org.culvert.spec.DataSpec;
import org.culvert.spec.Remote;
import org.culvert.spec.Routing;
import org.culvert.spec.SignIn;
import org.culvert.spec.Timers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** From a profile to the one value that the helper takes, or to why it cannot connect. */
public final class Connecting {
    private static final List<String> SAFE =
            List.of("AES-256-GCM", "AES-128-GCM", "CHACHA20-POLY1305");

    private static final Set<String> STRONG_SERVER =
            Set.of("server", "server-bridge", "server-ipv6", "tls-server", "client-config-dir");

    private final String name;
    private final Profile profile;
    private final boolean acceptUnverified;
    private final boolean withoutDns;

    private Connecting(String name, Profile profile, boolean acceptUnverified, boolean withoutDns) {
        this.name = name;
        this.profile = profile;
        this.acceptUnverified = acceptUnverified;
        this.withoutDns = withoutDns;
    }

    /** What came of it. */
    public sealed interface Result {}

    /** Ready for the helper. */
    public record Ready(ConnectSpec spec) implements Result {}

    /** Why it cannot connect. */
    public record Blocked(Failure failure) implements Result {}

    /** A line stops the connect; caught by {@link #of}. */
    static final class Stop extends Exception {
        private static final long serialVersionUID = 1;

        private final transient Failure failure;

        Stop(Failure failure) {
            super(failure.code().text());
            this.failure = failure;
        }
    }

    /**
     * The spec of {@code profile}.
     *
     * @param name what people call it
     * @param acceptUnverified a person has agreed to connect without knowing the server
     * @param withoutDns a person has chosen to go without the VPN's DNS
     */
    public static Result of(
            String name, Profile profile, boolean acceptUnverified, boolean withoutDns) {
        try {
            var making = new Connecting(name, profile, acceptUnverified, withoutDns);
            return new Ready(making.spec());
        } catch (Stop stop) {
            return new Blocked(stop.failure);
        } catch (IllegalArgumentException e) {
            var place = new Failure.Place(profile.file(), 0);
            return new Blocked(
                    new Failure.OptionNotSupported(place, String.valueOf(e.getMessage())));
        }
    }

    private ConnectSpec spec() throws Stop {
        refuse();
        var parts = new Parts(profile);
        String digest = word("auth", "SHA1");
        return new ConnectSpec(
                name,
                remotes(),
                parts.wrapping(digest),
                parts.tls(acceptUnverified),
                signIn(),
                data(digest),
                timers(),
                routing());
    }

    /** Lines that stop every connect, in the order of the file. */
    private void refuse() throws Stop {
        for (Directive d : profile.directives()) {
            Verdict verdict = OptionTable.of(d.name()).verdict();
            boolean strong = STRONG_SERVER.contains(d.name());
            if (strong || (verdict == Verdict.SERVER && !profile.has("remote"))) {
                throw new Stop(new Failure.ServerProfile(profile.place(d), text(d)));
            }
            boolean tap =
                    (d.name().equals("dev") || d.name().equals("dev-type"))
                            && d.argument(0).filter(v -> v.startsWith("tap")).isPresent();
            boolean refused =
                    verdict == Verdict.REFUSED
                            || Judgement.NOT_YET.contains(d.name())
                            || tap
                            || isUnknownProtection(d, verdict);
            if (refused) {
                throw new Stop(new Failure.OptionNotSupported(profile.place(d), text(d)));
            }
        }
    }

    private static boolean isUnknownProtection(Directive d, Verdict verdict) {
        return verdict == Verdict.UNKNOWN
                && d.name().matches(".*(cert|tls|verify|crypt|key|auth).*");
    }

    private static String text(Directive d) {
        return (d.name() + " " + String.join(" ", d.arguments())).strip();
    }

    private List<Remote> remotes() throws Stop {
        int port = number("port", number("rport", 1194));
        Transport proto = transport(word("proto", "udp"));
        var remotes = new ArrayList<Remote>();
        Stream<Directive> inBlocks =
                profile.directives().stream()
                        .filter(d -> d.connection() > 0 && d.name().equals("remote"));
        for (Directive d : Stream.concat(inBlocks, profile.all("remote")).toList()) {
            Transport own = d.connection() > 0 ? blockTransport(d.connection(), proto) : proto;
            Transport transport = d.argument(2).map(this::transport).orElse(own);
            int itsPort = d.argument(1).map(this::port).orElse(port);
            String host = d.argument(0).orElse("");
            if (itsPort < 1 || itsPort > 65535 || !host.matches("[A-Za-z0-9._:-]{1,253}")) {
                throw new Stop(new Failure.OptionNotSupported(profile.place(d), text(d)));
            }
            remotes.add(new Remote(host, itsPort, transport));
        }
        if (remotes.isEmpty()) {
            var place = new Failure.Place(profile.file(), 0);
            throw new Stop(new Failure.PartMissing(place, "remote", Optional.empty()));
        }
        return remotes.stream().limit(ConnectSpec.MAX_REMOTES).toList();
    }

    private Transport blockTransport(int block, Transport otherwise) {
        return profile.directives().stream()
                .filter(d -> d.connection() == block && d.name().equals("proto"))
                .flatMap(d -> d.argument(0).stream())
                .map(this::transport)
                .reduce((_, last) -> last)
                .orElse(otherwise);
    }

    private Transport transport(String word) {
        return word.toLowerCase(Locale.ROOT).startsWith("tcp") ? Transport.TCP : Transport.UDP;
    }

    private int port(String word) {
        return switch (word) {
            case "openvpn" -> 1194;
            case "https" -> 443;
            default -> word.matches("[0-9]{1,5}") ? Integer.parseInt(word) : 0;
        };
    }

    private SignIn signIn() {
        Optional<Directive> asked = profile.part("auth-user-pass");
        Optional<Answer.Credentials> known =
                asked.flatMap(Directive::block).flatMap(Connecting::credentials);
        return new SignIn(asked.isPresent(), known, Optional.empty());
    }

    /** Two lines: user name and password. */
    static Optional<Answer.Credentials> credentials(String block) {
        List<String> lines = block.lines().toList();
        if (lines.size() < 2 || lines.get(0).isBlank() || lines.get(1).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Answer.Credentials(
                        lines.get(0).strip(), Secret.ofUtf8(lines.get(1)), Optional.empty()));
    }

    private DataSpec data(String digest) throws Stop {
        String fallback = word("data-ciphers-fallback", "").toUpperCase(Locale.ROOT);
        String named = word("data-ciphers", word("ncp-ciphers", "DEFAULT"));
        var ciphers = new ArrayList<String>();
        for (String part : named.split(":", -1)) {
            String cipher = part.startsWith("?") ? part.substring(1) : part;
            List<String> meant =
                    cipher.equals("DEFAULT") ? SAFE : List.of(cipher.toUpperCase(Locale.ROOT));
            meant.stream()
                    .filter(c -> SAFE.contains(c) && !ciphers.contains(c))
                    .forEach(ciphers::add);
        }
        String old = word("cipher", "").toUpperCase(Locale.ROOT);
        if (SAFE.contains(old) && !ciphers.contains(old)) {
            ciphers.add(old);
        }
        if (ciphers.isEmpty()) {
            throw new Stop(new Failure.NoCommonCipher(named));
        }
        OptionalInt mssFix =
                profile.last("mssfix")
                        .flatMap(d -> d.argument(0))
                        .filter(v -> v.matches("[0-9]{1,5}"))
                        .map(Integer::parseInt)
                        .map(OptionalInt::of)
                        .orElse(OptionalInt.empty());
        return new DataSpec(
                ciphers,
                SAFE.contains(fallback) ? fallback : "",
                digest,
                number("tun-mtu", 1500),
                mssFix,
                stub());
    }

    private DataSpec.CompressionStub stub() {
        if (profile.has("comp-lzo")) {
            return DataSpec.CompressionStub.LZO_STUB;
        }
        if (!profile.has("compress")) {
            return DataSpec.CompressionStub.NONE;
        }
        return word("compress", "").equals("stub-v2")
                ? DataSpec.CompressionStub.STUB_V2
                : DataSpec.CompressionStub.STUB;
    }

    private Timers timers() {
        Optional<Directive> keepalive = profile.last("keepalive");
        int ping = keepalive.flatMap(d -> d.argument(0)).map(Connecting::seconds).orElse(0);
        int restart = keepalive.flatMap(d -> d.argument(1)).map(Connecting::seconds).orElse(120);
        int exit =
                profile.last("explicit-exit-notify")
                        .map(d -> d.argument(0).map(Connecting::seconds).orElse(1))
                        .orElse(0);
        return new Timers(
                number("ping", ping),
                number("ping-restart", restart),
                number("reneg-sec", 3600),
                Math.max(1, number("connect-timeout", number("server-poll-timeout", 10))),
                Math.max(1, number("hand-window", 60)),
                Math.min(exit, 10));
    }

    private Routing routing() {
        var routes = new ArrayList<Route>();
        profile.all("route").flatMap(d -> route(d).stream()).forEach(routes::add);
        profile.all("route-ipv6")
                .flatMap(d -> d.argument(0).flatMap(Cidr::parse).stream())
                .filter(cidr -> cidr.address().v6() && cidr.prefix() > 0)
                .map(Route::to)
                .forEach(routes::add);
        var servers = new ArrayList<IpAddress>();
        var domains = new ArrayList<String>();
        profile.all("dhcp-option")
                .forEach(d -> {
                    String kind = d.argument(0).orElse("");
                    String value = d.argument(1).orElse("");
                    if (kind.startsWith("DNS")) {
                        IpAddress.parse(value).ifPresent(servers::add);
                    } else if (kind.startsWith("DOMAIN")
                            && value.matches("[A-Za-z0-9_.-]{1,253}")) {
                        domains.add(value);
                    }
                });
        return new Routing(
                profile.has("redirect-gateway"),
                routes,
                new DnsSettings(servers, domains, List.of()),
                !profile.has("route-nopull"),
                withoutDns,
                true,
                true);
    }

    private static Optional<Route> route(Directive d) {
        Optional<IpAddress> network =
                d.argument(0).flatMap(IpAddress::parse).filter(address -> !address.v6());
        String mask = d.argument(1).orElse("255.255.255.255");
        int bits = IpAddress.parse(mask).map(m -> Long.bitCount(m.low())).orElse(0);
        boolean besides = d.argument(2).filter("net_gateway"::equals).isPresent();
        return network.filter(_ -> bits > 0 && !besides).map(n -> Route.to(new Cidr(n, bits)));
    }

    private String word(String option, String otherwise) {
        return profile.last(option).flatMap(d -> d.argument(0)).orElse(otherwise);
    }

    private int number(String option, int otherwise) {
        return profile.last(option)
                .flatMap(d -> d.argument(0))
                .filter(v -> v.matches("[0-9]{1,9}"))
                .map(Integer::parseInt)
                .orElse(otherwise);
    }

    private static int seconds(String word) {
        return word.matches("[0-9]{1,6}") ? Integer.parseInt(word) : 0;
    }
}
