package org.culvert.desktop.connection;

import org.culvert.desktop.link.ProfileCard;
import org.culvert.desktop.look.Look;
import org.culvert.ipc.Connection;
import org.culvert.net.Cidr;
import org.culvert.spec.Drops;
import org.culvert.spec.Lan;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A name and a value.
 *
 * @param name what it is
 * @param value what it says
 * @param mark whether the value is good, a warning, or plain
 */
public record Fact(String name, String value, Mark mark) {
    /** How good a value is. */
    public enum Mark {
        /** Nothing to say. */
        PLAIN,
        /** Proved. */
        GOOD,
        /** Worth a look. */
        WARNING
    }

    private static Fact plain(String name, String value) {
        return new Fact(name, value, Mark.PLAIN);
    }

    private static Fact good(String name, String value) {
        return new Fact(name, value, Mark.GOOD);
    }

    /** Six facts of a tunnel that is up. */
    public static List<Fact> of(Connection connection, Look look) {
        return List.of(
                plain(look.text("fact.server"), joined(connection.remote(), connection.proto())),
                plain(
                        look.text("fact.address"),
                        connection.addresses().stream()
                                .map(a -> a.address().toString())
                                .collect(Collectors.joining(" · "))),
                good(
                        look.text("fact.secured"),
                        joined(tls(connection.tlsVersion()), connection.cipher())),
                traffic(connection, look),
                dns(connection, look),
                drops(connection, look));
    }

    /** {@code TLS 1.3}, as people write what the protocol calls {@code TLSv1.3}. */
    static @Nullable String tls(@Nullable String version) {
        return version == null ? null : version.replace("TLSv", "TLS ");
    }

    private static Fact traffic(Connection connection, Look look) {
        String name = look.text("fact.traffic");
        if (connection.fullTunnel()) {
            return good(name, look.text("traffic.full"));
        }
        int routes = connection.routes().size();
        return plain(
                name,
                switch (routes) {
                    case 0 -> look.text("traffic.own");
                    case 1 -> look.text("traffic.one", plain(connection.routes().getFirst()));
                    default -> look.text("traffic.networks", routes);
                });
    }

    /** One host is told by its address alone. */
    private static String plain(Cidr route) {
        boolean host = route.prefix() == (route.address().v6() ? 128 : 32);
        return host ? route.address().toString() : route.toString();
    }

    private static Fact dns(Connection connection, Look look) {
        String name = look.text("fact.dns");
        return connection.dns().isEmpty()
                ? plain(name, look.text("dns.unchanged"))
                : plain(
                        name,
                        connection.dns().stream()
                                .map(Object::toString)
                                .collect(Collectors.joining(", ")));
    }

    private static Fact drops(Connection connection, Look look) {
        String name = look.text("fact.drops");
        return connection.killSwitch() && connection.fullTunnel()
                ? good(name, look.text("drops.blocked"))
                : plain(name, look.text("drops.open"));
    }

    /** What will happen when {@code profile} is connected. */
    public static List<Fact> before(ProfileCard profile, Look look) {
        var facts = new ArrayList<Fact>();
        facts.add(plain(look.text("fact.traffic"), expected(profile, look)));
        facts.add(plain(look.text("fact.signIn"), signIn(profile, look)));
        facts.add(
                plain(
                        look.text("fact.drops"),
                        look.text(
                                profile.traffic() == ProfileCard.Traffic.EVERYTHING
                                                && profile.protection().drops() == Drops.BLOCKED
                                        ? "drops.willBlock"
                                        : "drops.open")));
        if (profile.protection().lan() == Lan.CLOSED) {
            facts.add(plain(look.text("fact.lan"), look.text("lan.closed")));
        }
        facts.add(
                plain(
                        look.text("fact.server"),
                        profile.remotes().isEmpty()
                                ? profile.host()
                                : profile.host() + " · " + remotes(profile.remotes(), look)));
        if (!profile.verifiesServer()) {
            facts.add(new Fact(look.text("fact.check"), look.text("check.none"), Mark.WARNING));
        }
        profile.certificateEnds()
                .ifPresent(ends ->
                        facts.add(
                                certificate(
                                        look.date(ends),
                                        look.clock().instant().isBefore(ends),
                                        look)));
        return List.copyOf(facts);
    }

    /** When and how long it was connected last. */
    static Fact last(String line, Look look) {
        return plain(look.text("fact.last"), line);
    }

    private static Fact certificate(String ends, boolean valid, Look look) {
        String name = look.text("fact.certificate");
        return valid
                ? good(name, look.text("certificate.until", ends))
                : new Fact(name, look.text("certificate.ended", ends), Mark.WARNING);
    }

    private static String expected(ProfileCard profile, Look look) {
        return look.text(
                switch (profile.traffic()) {
                    case EVERYTHING -> "traffic.willAll";
                    case NETWORKS -> "traffic.willSome";
                    case AS_TOLD -> "traffic.willTold";
                });
    }

    private static String signIn(ProfileCard profile, Look look) {
        String password = profile.passwordKnown() ? "signIn.passwordKnown" : "signIn.password";
        if (profile.certificate().isEmpty()) {
            return look.text(profile.password() ? password : "signIn.none");
        }
        String certificate = look.text("signIn.certificate", profile.certificate().get());
        return profile.password()
                ? look.text("signIn.both", certificate, look.text(password + ".too"))
                : certificate;
    }

    private static String remotes(List<String> remotes, Look look) {
        return remotes.size() < 3
                ? String.join(look.text("list.then"), remotes)
                : look.text("list.more", remotes.getFirst(), remotes.size() - 1);
    }

    private static String joined(@Nullable Object... values) {
        return Stream.of(values)
                .filter(java.util.Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.joining(" · "));
    }
}
