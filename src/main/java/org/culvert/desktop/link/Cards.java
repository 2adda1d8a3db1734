package org.culvert.desktop.link;

import org.culvert.client.Preparation;
import org.culvert.failure.Failure;
import org.culvert.failure.FailureText;
import org.culvert.failure.Phrase;
import org.culvert.keys.Certificates;
import org.culvert.keys.Subject;
import org.culvert.profile.Connecting;
import org.culvert.profile.Profile;
import org.culvert.profile.store.Marks;
import org.culvert.profile.store.StoredProfile;
import org.culvert.spec.ConnectSpec;
import org.culvert.spec.Protection;
import org.culvert.spec.Remote;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** From a profile to what the window shows of it. */
final class Cards {
    private static final Preparation.Consents ALL =
            new Preparation.Consents(true, false, Protection.USUAL);

    private final Locale locale;
    private final Map<String, Shown> shown = new ConcurrentHashMap<>();

    /** What was made of a profile. */
    private record Shown(StoredProfile stored, ProfileCard card) {}

    /** Reasons are told in the language of {@code locale}. */
    Cards(Locale locale) {
        this.locale = locale;
    }

    /** A profile that has not changed is not read again. */
    ProfileCard of(StoredProfile stored) {
        Shown before = shown.get(stored.id());
        if (before != null && before.stored().equals(stored)) {
            return before.card();
        }
        ProfileCard card = read(stored);
        shown.put(stored.id(), new Shown(stored, card));
        return card;
    }

    /** Keeps nothing of profiles other than {@code ids}. */
    void forget(Set<String> ids) {
        shown.keySet().retainAll(ids);
    }

    private ProfileCard read(StoredProfile stored) {
        ProfileCard card =
                Preparation.read(stored) instanceof Profile.Good(Profile profile)
                        ? of(stored.id(), stored.name(), profile)
                                .withProtection(stored.protection())
                        : broken(stored);
        return card.withMarks(stored.marks()).usedAt(Instant.ofEpochMilli(stored.lastUsedMillis()));
    }

    /** A card of {@code profile} as it would be stored under {@code name}. */
    ProfileCard of(String id, String name, Profile profile) {
        return switch (Connecting.of(name, profile, true, false)) {
            case Connecting.Ready(ConnectSpec spec) -> ready(id, spec, profile);
            case Connecting.Blocked(Failure failure) -> draft(id, name, profile, failure);
        };
    }

    /** Why {@code profile} could not be connected now, whoever agrees to what. */
    static Optional<Failure> obstacle(String name, Profile profile, Instant now) {
        return Preparation.of(name, profile, ALL, now) instanceof Connecting.Blocked(Failure why)
                ? Optional.of(why)
                : Optional.empty();
    }

    private static ProfileCard ready(String id, ConnectSpec spec, Profile profile) {
        Optional<X509Certificate> own =
                spec.tls()
                        .identity()
                        .flatMap(identity -> Certificates.fromPem(identity.certificates()))
                        .map(List::getFirst);
        return new ProfileCard(
                id,
                spec.profile(),
                spec.remotes().getFirst().host(),
                spec.remotes().stream().map(Cards::remote).distinct().toList(),
                traffic(profile),
                own.flatMap(Subject::commonName),
                own.map(certificate -> certificate.getNotAfter().toInstant()),
                spec.signIn().userPassword(),
                spec.signIn().known().isPresent(),
                spec.tls().check().verifies(),
                Optional.empty(),
                Protection.USUAL,
                Marks.NONE,
                Instant.EPOCH);
    }

    private static String remote(Remote remote) {
        return remote.transport().name() + " " + remote.port();
    }

    private static ProfileCard.Traffic traffic(Profile profile) {
        if (profile.has("redirect-gateway")) {
            return ProfileCard.Traffic.EVERYTHING;
        }
        return profile.has("route-nopull")
                ? ProfileCard.Traffic.NETWORKS
                : ProfileCard.Traffic.AS_TOLD;
    }

    private ProfileCard draft(String id, String name, Profile profile, Failure failure) {
        String host = profile.last("remote").flatMap(remote -> remote.argument(0)).orElse("");
        return new ProfileCard(
                id,
                name,
                FailureText.quoted(host),
                List.of(),
                traffic(profile),
                Optional.empty(),
                Optional.empty(),
                profile.has("auth-user-pass"),
                false,
                true,
                Optional.of(FailureText.line(failure, locale)),
                Protection.USUAL,
                Marks.NONE,
                Instant.EPOCH);
    }

    private ProfileCard broken(StoredProfile stored) {
        var failure = new Failure.Unreadable(stored.file(), Phrase.of(Phrase.Kind.DAMAGED));
        return new ProfileCard(
                stored.id(),
                stored.name(),
                "",
                List.of(),
                ProfileCard.Traffic.AS_TOLD,
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                true,
                Optional.of(FailureText.line(failure, locale)),
                Protection.USUAL,
                Marks.NONE,
                Instant.EPOCH);
    }
}
