package org.culvert.profile;

import org.culvert.failure.Failure;
import org.culvert.net.DnsSettings;
import org.culvert.net.IpAddress;
import org.culvert.net.Route;
import org.culvert.prompt.Answer;
import org.culvert.secret.Secret;
import org.culvert.spec.ConnectSpec;
import org.culvert.spec.DataSpec;
import org.culvert.spec.Remote;
import org.culvert.spec.Retry;
import org.culvert.spec.Routing;
import org.culvert.spec.SignIn;
import org.culvert.spec.StaticChallenge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** From a profile to the one value that the helper takes, or to why it cannot connect. */
public final class Connecting {
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
        Optional<Problem> worst =
                profile.problems().stream()
                        .filter(p -> p.severity() == Problem.Severity.ERROR)
                        .min(Comparator.comparingInt(Connecting::rank));
        if (worst.isPresent()) {
            throw new Stop(failure(worst.get()));
        }
        var parts = new Parts(profile);
        String digest = word("auth", "SHA1");
        return new ConnectSpec(
                name,
                remotes(),
                parts.wrapping(digest),
                parts.tls(acceptUnverified),
                signIn(),
                data(digest),
                new Limits(profile).timers(),
                routing(),
                retry());
    }

    /** A server's file is named as one whatever else is wrong; what is missing comes last. */
    private static int rank(Problem problem) {
        return switch (problem.kind()) {
            case SERVER -> 0;
            case NO_REMOTE -> 2;
            case MISSING -> 3;
            default -> 1;
        };
    }

    private Failure failure(Problem problem) {
        var place = new Failure.Place(profile.file(), problem.line());
        String line = (problem.option() + " " + problem.detail()).strip();
        Optional<String> detail = Optional.of(problem.detail()).filter(text -> !text.isEmpty());
        boolean cipher = problem.option().matches("cipher|auth|data-ciphers|ncp-ciphers");
        return switch (problem.kind()) {
            case SERVER -> new Failure.ServerProfile(place, line);
            case NO_REMOTE -> new Failure.PartMissing(place, "remote", Optional.empty());
            case MISSING -> new Failure.PartMissing(place, problem.option(), detail);
            case INSECURE ->
                    cipher
                            ? new Failure.InsecureCipher(place, line)
                            : new Failure.OptionNotSupported(place, line);
            default -> new Failure.OptionNotSupported(place, line);
        };
    }

    private List<Remote> remotes() throws Stop {
        List<Remote> remotes = new Remotes(profile).all();
        if (remotes.isEmpty()) {
            var place = new Failure.Place(profile.file(), 0);
            throw new Stop(new Failure.PartMissing(place, "remote", Optional.empty()));
        }
        return remotes;
    }

    private SignIn signIn() {
        Optional<Directive> asked = profile.part("auth-user-pass");
        Optional<Answer.Credentials> known =
                asked.flatMap(Directive::block).flatMap(Connecting::credentials);
        var habits =
                new SignIn.Habits(
                        profile.has("auth-nocache"), word("auth-retry", "").equals("nointeract"));
        return new SignIn(asked.isPresent(), known, Optional.empty(), challenge(), habits);
    }

    private Optional<StaticChallenge> challenge() {
        return profile.last("static-challenge")
                .filter(line -> line.argument(0).stream().anyMatch(text -> !text.isBlank()))
                .map(line ->
                        new StaticChallenge(
                                shortened(line.argument(0).orElseThrow()),
                                line.argument(1).filter("1"::equals).isPresent(),
                                line.argument(2).filter("concat"::equals).isPresent()
                                        ? StaticChallenge.Form.CONCAT
                                        : StaticChallenge.Form.SCRV1));
    }

    private static String shortened(String question) {
        return question.substring(0, Math.min(question.length(), StaticChallenge.LONGEST));
    }

    /** Two lines: user name and password; leading blanks belong to them. */
    static Optional<Answer.Credentials> credentials(String block) {
        List<String> lines = block.lines().toList();
        if (lines.size() < 2 || lines.get(0).isBlank() || lines.get(1).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Answer.Credentials(
                        lines.get(0), Secret.ofUtf8(lines.get(1)), Optional.empty()));
    }

    private DataSpec data(String digest) {
        String fallback = word("data-ciphers-fallback", "").toUpperCase(Locale.ROOT);
        return new DataSpec(
                Ciphers.offered(cipherList(), argument("cipher")),
                Ciphers.SPOKEN.contains(fallback) ? fallback : "",
                digest,
                stub());
    }

    /** {@code ncp-disable} leaves nothing but {@code cipher}. */
    private Optional<String> cipherList() {
        return profile.has("ncp-disable") && argument("cipher").isPresent()
                ? argument("cipher")
                : argument("data-ciphers").or(() -> argument("ncp-ciphers"));
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

    /** These count for all servers, even where they stand in a connection block. */
    private Retry retry() {
        Optional<Directive> pause = anywhere("connect-retry");
        return new Retry(
                profile.has("remote-random-hostname"),
                pause.flatMap(d -> d.argument(0)).flatMap(Numbers::of).orElse(0),
                pause.flatMap(d -> d.argument(1)).flatMap(Numbers::of).orElse(0),
                anywhere("connect-retry-max")
                        .flatMap(d -> d.argument(0))
                        .flatMap(Numbers::of)
                        .orElse(0),
                number("resolv-retry", 0));
    }

    private Optional<Directive> anywhere(String option) {
        return profile.directives().stream()
                .filter(d -> d.name().equals(option))
                .reduce((_, last) -> last);
    }

    private Routing routing() {
        var routes = new ArrayList<Route>();
        profile.all("route").flatMap(d -> Routes.four(d).stream()).forEach(routes::add);
        profile.all("route-ipv6").flatMap(d -> Routes.six(d).stream()).forEach(routes::add);
        boolean everything =
                profile.has("redirect-gateway")
                        || profile.all("route").anyMatch(Routes::isEverything);
        boolean pulled = !profile.has("route-nopull");
        Routing usual = Routing.DEFAULT;
        return new Routing(
                everything,
                routes,
                dns(),
                pulled,
                withoutDns,
                usual.killSwitch(),
                usual.lanAllowed());
    }

    /** {@code DOMAIN-ROUTE .} means all names, which is what no routing domain means. */
    private DnsSettings dns() {
        var servers = new ArrayList<IpAddress>();
        var search = new ArrayList<String>();
        var routing = new ArrayList<String>();
        profile.all("dhcp-option")
                .forEach(d -> {
                    String value = d.argument(1).orElse("");
                    switch (d.argument(0).orElse("")) {
                        case "DNS", "DNS6" -> IpAddress.parse(value).ifPresent(servers::add);
                        case "DOMAIN", "DOMAIN-SEARCH", "ADAPTER_DOMAIN_SUFFIX" ->
                                search.add(value);
                        case "DOMAIN-ROUTE" -> routing.add(value);
                        default -> {}
                    }
                });
        return new DnsSettings(servers, search, routing.contains(".") ? List.of() : routing);
    }

    private Optional<String> argument(String option) {
        return profile.last(option).flatMap(d -> d.argument(0));
    }

    private String word(String option, String otherwise) {
        return argument(option).orElse(otherwise);
    }

    private int number(String option, int otherwise) {
        return argument(option).flatMap(Numbers::of).orElse(otherwise);
    }
}
