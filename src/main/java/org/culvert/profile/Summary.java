package org.culvert.profile;

import org.culvert.keys.Certificates;
import org.culvert.keys.Subject;
import org.culvert.net.IpAddress;
import org.culvert.net.Route;
import org.culvert.spec.Remote;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a profile means; {@link SummaryText} puts it into words.
 *
 * @param servers in the order tried
 * @param signIn how a person is known
 * @param traffic how much of the traffic is meant for the tunnel
 * @param networks those that the profile names
 * @param dns servers that the profile names
 * @param takesDns whether the server's own are taken too
 * @param check how the server is known
 * @param legacy what is weaker than is usual now
 */
public record Summary(
        List<Remote> servers,
        SignIn signIn,
        Traffic traffic,
        List<Route> networks,
        List<IpAddress> dns,
        boolean takesDns,
        Check check,
        List<Legacy> legacy) {
    /** How much of the traffic a profile asks for. */
    public enum Traffic {
        /** Everything, by the profile's own word. */
        EVERYTHING,
        /** Only networks that the profile names. */
        NETWORKS,
        /** What the server says. */
        AS_TOLD
    }

    /** How a profile knows its server. */
    public enum Check {
        /** By nothing but the authority, which may have signed clients too. */
        NONE,
        /** By the use that its certificate is for. */
        USE,
        /** By the name in its certificate. */
        NAME
    }

    /**
     * How a person is known.
     *
     * @param password a user name and password are sent
     * @param known they stand in the profile
     * @param code a code is asked for beside them
     * @param certificate our own
     * @param passphrase its key is locked
     */
    public record SignIn(
            boolean password,
            boolean known,
            boolean code,
            Optional<Certificate> certificate,
            boolean passphrase) {}

    /** Our own certificate: its common name, and its days. */
    public record Certificate(String name, Instant from, Instant until) {
        private static Certificate of(X509Certificate own) {
            return new Certificate(
                    Subject.commonName(own).orElse(""),
                    own.getNotBefore().toInstant(),
                    own.getNotAfter().toInstant());
        }
    }

    /** Copies its lists. */
    public Summary {
        servers = List.copyOf(servers);
        networks = List.copyOf(networks);
        dns = List.copyOf(dns);
        legacy = List.copyOf(legacy);
    }

    /** What {@code profile} means, as far as it can be read. */
    public static Summary of(Profile profile) {
        return new Summary(
                new Remotes(profile).named(),
                signIn(profile),
                traffic(profile),
                routes(profile),
                dns(profile),
                !profile.has("route-nopull"),
                check(profile),
                Legacy.of(profile));
    }

    private static SignIn signIn(Profile profile) {
        Optional<Directive> asked = profile.part("auth-user-pass");
        return new SignIn(
                asked.isPresent(),
                asked.flatMap(Directive::block).flatMap(Connecting::credentials).isPresent(),
                profile.has("static-challenge"),
                own(profile).map(Certificate::of),
                block(profile, "key").filter(key -> key.contains("ENCRYPTED")).isPresent());
    }

    private static Optional<X509Certificate> own(Profile profile) {
        return block(profile, "cert").flatMap(Certificates::fromPem).map(List::getFirst);
    }

    private static Optional<String> block(Profile profile, String part) {
        return profile.part(part).flatMap(Directive::block);
    }

    private static Traffic traffic(Profile profile) {
        boolean everything =
                profile.has("redirect-gateway")
                        || profile.all("route").anyMatch(Routes::isEverything);
        if (everything) {
            return Traffic.EVERYTHING;
        }
        return profile.has("route-nopull") ? Traffic.NETWORKS : Traffic.AS_TOLD;
    }

    private static List<Route> routes(Profile profile) {
        return Stream.concat(
                        profile.all("route").flatMap(d -> Routes.four(d).stream()),
                        profile.all("route-ipv6").flatMap(d -> Routes.six(d).stream()))
                .toList();
    }

    private static List<IpAddress> dns(Profile profile) {
        return profile.all("dhcp-option")
                .filter(d -> d.argument(0).filter(t -> t.matches("DNS6?")).isPresent())
                .flatMap(d -> d.argument(1).flatMap(IpAddress::parse).stream())
                .toList();
    }

    private static Check check(Profile profile) {
        if (profile.has("verify-x509-name") || profile.has("tls-remote")) {
            return Check.NAME;
        }
        boolean use = profile.has("remote-cert-tls") || profile.has("ns-cert-type");
        return use ? Check.USE : Check.NONE;
    }
}
