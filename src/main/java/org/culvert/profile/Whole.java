package org.culvert.profile;

import org.culvert.profile.Problem.Kind;
import org.culvert.profile.Problem.Severity;
import org.culvert.spec.ConnectSpec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is wrong with a profile as a whole: parts that are missing or exclude each other. */
final class Whole {
    private static final List<String> FILES =
            List.of("ca", "cert", "key", "tls-auth", "tls-crypt", "tls-crypt-v2", "extra-certs");

    private static final String BUNDLE = "pkcs12";

    private final Profile profile;
    private final List<Problem> problems = new ArrayList<>();

    Whole(Profile profile) {
        this.profile = profile;
    }

    List<Problem> problems() {
        remotes();
        FILES.forEach(this::file);
        bundle();
        identity();
        signIn();
        joined();
        conflicts();
        ways();
        habits();
        return problems;
    }

    private void remotes() {
        long count = profile.directives().stream().filter(d -> d.name().equals("remote")).count();
        if (count == 0) {
            add("", Severity.ERROR, Kind.NO_REMOTE, "");
        } else if (count > ConnectSpec.MAX_REMOTES) {
            add("", Severity.WARNING, Kind.TOO_MANY_REMOTES, Long.toString(count));
        }
    }

    /** A file that is named and was not put inline. */
    private void file(String name) {
        Optional<Directive> part = profile.part(name);
        if (part.isPresent() && part.get().block().isEmpty()) {
            add(part.get(), Severity.ERROR, Kind.MISSING, part.get().file().orElse(""));
        }
    }

    /** A bundle is taken apart into the parts that it holds. */
    private void bundle() {
        Optional<Directive> bundle = profile.last(BUNDLE);
        if (bundle.isPresent() && !profile.has("cert")) {
            add(bundle.get(), Severity.ERROR, Kind.MISSING, bundle.get().file().orElse(BUNDLE));
        }
    }

    private void identity() {
        boolean closed = profile.has(BUNDLE) && !profile.has("cert");
        boolean otherTrust = closed || profile.has("peer-fingerprint");
        if (!profile.has("ca") && !profile.has("capath") && !otherTrust) {
            add("ca", Severity.ERROR, Kind.MISSING, "");
        }
        pair("cert", "key");
        pair("key", "cert");
    }

    private void pair(String one, String other) {
        if (profile.has(one) && !profile.has(other)) {
            add(profile.spot(one), other, Kind.MISSING, "");
        }
    }

    private void signIn() {
        Optional<Directive> part = profile.part("auth-user-pass");
        part.filter(d -> d.block().isEmpty())
                .flatMap(Directive::file)
                .filter(path -> !path.equals("username-only"))
                .ifPresent(path -> add(part.get(), Severity.WARNING, Kind.WILL_ASK, path));
    }

    private void joined() {
        List<Directive> blocks = profile.all("ca").filter(d -> d.block().isPresent()).toList();
        if (blocks.stream().map(Directive::block).distinct().count() > 1) {
            add(blocks.getLast(), Severity.NOTE, Kind.JOINED, "");
        }
    }

    private void conflicts() {
        exclude("tls-auth", "tls-crypt");
        exclude("tls-auth", "tls-crypt-v2");
        exclude("tls-crypt", "tls-crypt-v2");
        Optional<String> least = profile.last("tls-version-min").flatMap(d -> d.argument(0));
        Optional<Directive> most = profile.last("tls-version-max");
        if (most.isPresent() && least.filter("1.3"::equals).isPresent()) {
            most.filter(d -> d.text().endsWith("1.2"))
                    .ifPresent(d -> add(d, Severity.ERROR, Kind.CONFLICT, "tls-version-min 1.3"));
        }
    }

    /** A way that no server can be reached by. */
    private void ways() {
        twoProxies();
        exclude("bind", "nobind");
        exclude("lport", "nobind");
        boolean nowhere = profile.has("remote") && !new Remotes(profile).leadSomewhere();
        Stream.of("http-proxy", "fragment", "proto-force")
                .filter(_ -> nowhere)
                .flatMap(name -> profile.last(name).stream())
                .findFirst()
                .ifPresent(d -> add(d, Severity.ERROR, Kind.CONFLICT, "remote"));
    }

    /** Blocks may have a proxy each; one server has only one. */
    private void twoProxies() {
        profile.directives().stream()
                .filter(d -> d.name().equals("remote"))
                .map(remote -> new Scope(profile, remote))
                .filter(scope -> scope.has("http-proxy") && scope.has("socks-proxy"))
                .flatMap(scope -> scope.last("http-proxy").stream())
                .distinct()
                .forEach(d -> add(d, Severity.ERROR, Kind.CONFLICT, "socks-proxy"));
    }

    private void exclude(String one, String other) {
        if (profile.has(one) && profile.has(other)) {
            add(profile.spot(one), one, Kind.CONFLICT, other);
        }
    }

    private void habits() {
        if (!profile.has("client") && !profile.has("pull")) {
            add("", Severity.WARNING, Kind.NOT_A_CLIENT, "");
        }
        boolean verified =
                List.of("remote-cert-tls", "ns-cert-type", "verify-x509-name", "tls-remote")
                        .stream()
                        .anyMatch(profile::has);
        if (!verified) {
            add("", Severity.WARNING, Kind.UNVERIFIED, "");
        }
    }

    private void add(Spot spot, String option, Kind kind, String detail) {
        problems.add(new Problem(spot, option, Severity.ERROR, kind, detail));
    }

    private void add(Directive d, Severity severity, Kind kind, String detail) {
        problems.add(new Problem(d.spot(), d.name(), severity, kind, detail));
    }

    private void add(String option, Severity severity, Kind kind, String detail) {
        problems.add(new Problem(Spot.whole(profile.file()), option, severity, kind, detail));
    }
}
