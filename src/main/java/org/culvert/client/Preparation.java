package org.culvert.client;

import org.culvert.failure.Failure;
import org.culvert.keys.Certificates;
import org.culvert.net.Transport;
import org.culvert.profile.Connecting;
import org.culvert.profile.Importer;
import org.culvert.profile.Profile;
import org.culvert.profile.store.Names;
import org.culvert.profile.store.StoredProfile;
import org.culvert.spec.ConnectSpec;
import org.culvert.spec.Protection;
import org.culvert.spec.Remote;
import org.culvert.spec.TlsSpec;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** From a profile to what the helper takes: every check that needs no network. */
public final class Preparation {
    private Preparation() {}

    /**
     * What a person has agreed to and chosen.
     *
     * @param unverified to connect without knowing the server
     * @param withoutDns to go without the VPN's DNS
     * @param protection what was chosen for the profile
     */
    public record Consents(boolean unverified, boolean withoutDns, Protection protection) {
        /** Nothing. */
        public static final Consents NONE = new Consents(false, false, Protection.USUAL);
    }

    /** The spec of {@code profile}, or why it must not be tried at {@code now}. */
    public static Connecting.Result of(
            String name, Profile profile, Consents consents, Instant now) {
        var result = Connecting.of(name, profile, consents.unverified(), consents.withoutDns());
        return result instanceof Connecting.Ready(ConnectSpec spec)
                ? refusal(spec.tls(), consents, now)
                        .<Connecting.Result>map(Connecting.Blocked::new)
                        .orElse(
                                new Connecting.Ready(
                                        ordered(profile, spec)
                                                .withProtection(consents.protection())))
                : result;
    }

    /** {@code remote-random}: another order for each connect. */
    private static ConnectSpec ordered(Profile profile, ConnectSpec spec) {
        if (!profile.has("remote-random")) {
            return spec;
        }
        var remotes = new ArrayList<>(spec.remotes());
        Collections.shuffle(remotes);
        return spec.withRemotes(remotes);
    }

    /**
     * The spec of a stored profile, with the consents that are kept with it; {@code withoutDns} is
     * given for this time only.
     */
    public static Connecting.Result of(StoredProfile stored, boolean withoutDns, Instant now) {
        var consents = new Consents(stored.unverifiedAccepted(), withoutDns, stored.protection());
        return switch (read(stored)) {
            case Profile.Bad(Failure failure) -> new Connecting.Blocked(failure);
            case Profile.Good(Profile profile) -> of(stored.name(), profile, consents, now);
        };
    }

    /** The same, by its servers on TCP 443 only; by all of them where none listens there. */
    public static Connecting.Result byTcp443(Connecting.Result result) {
        if (!(result instanceof Connecting.Ready(ConnectSpec spec))) {
            return result;
        }
        List<Remote> web =
                spec.remotes().stream()
                        .filter(r -> r.transport() == Transport.TCP && r.port() == 443)
                        .toList();
        return web.isEmpty() ? result : new Connecting.Ready(spec.withRemotes(web));
    }

    /** A stored profile, read again. */
    public static Profile.Result read(StoredProfile stored) {
        return Profile.read(stored.file(), stored.inlined().getBytes(StandardCharsets.UTF_8));
    }

    /** The name for a profile: its own, that of its file, or that of its server. */
    public static String nameOf(Path file, Importer.Imported imported) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        String host =
                imported.profile().last("remote").flatMap(line -> line.argument(0)).orElse("");
        return Names.first(
                imported.title().orElse(""), dot > 0 ? name.substring(0, dot) : name, host);
    }

    private static Optional<Failure> refusal(TlsSpec tls, Consents consents, Instant now) {
        Optional<Failure> ended =
                tls.identity()
                        .flatMap(own -> Certificates.fromPem(own.certificates()))
                        .flatMap(chain -> outOfDate(chain.getFirst(), now));
        boolean unknown = !tls.check().verifies() && !consents.unverified();
        return unknown && ended.isEmpty() ? Optional.of(new Failure.ServerNotVerifiable()) : ended;
    }

    private static Optional<Failure> outOfDate(X509Certificate own, Instant now) {
        Instant begins = own.getNotBefore().toInstant();
        Instant ends = own.getNotAfter().toInstant();
        return now.isBefore(begins) || now.isAfter(ends)
                ? Optional.of(new Failure.OwnCertificateExpired(begins, ends))
                : Optional.empty();
    }
}
