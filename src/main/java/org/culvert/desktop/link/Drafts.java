package org.culvert.desktop.link;

import org.culvert.client.CertificateWatch;
import org.culvert.client.Exposure;
import org.culvert.client.Preparation;
import org.culvert.failure.Failure;
import org.culvert.profile.Directive;
import org.culvert.profile.Importer;
import org.culvert.profile.Problem;
import org.culvert.profile.ProblemText;
import org.culvert.profile.Profile;
import org.culvert.profile.Summary;
import org.culvert.profile.SummaryText;
import org.culvert.profile.store.StoredProfile;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads files and says what importing them would do. May wait for the disk. */
final class Drafts {
    private static final Set<String> PARTS =
            Set.of(
                    "ca",
                    "cert",
                    "key",
                    "tls-auth",
                    "tls-crypt",
                    "tls-crypt-v2",
                    "extra-certs",
                    "pkcs12");

    private final Cards cards;
    private final InstantSource clock;
    private final Locale locale;

    Drafts(Cards cards, InstantSource clock, Locale locale) {
        this.cards = cards;
        this.clock = clock;
        this.locale = locale;
    }

    /** What {@code read} came to, among the profiles that are {@code stored}. */
    ImportDraft of(Path file, Importer.Result read, List<StoredProfile> stored) {
        return switch (read) {
            case Importer.NotImported(Failure failure) -> refused(file, failure);
            case Importer.Imported imported -> read(file, imported, stored);
        };
    }

    private static ImportDraft refused(Path file, Failure failure) {
        return new ImportDraft(
                file,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                false,
                "",
                Optional.empty(),
                Optional.of(failure));
    }

    private ImportDraft read(Path file, Importer.Imported imported, List<StoredProfile> stored) {
        Profile profile = imported.profile();
        String name = Preparation.nameOf(file, imported);
        Summary summary = Summary.of(profile);
        Instant now = clock.instant();
        Optional<StoredProfile> known = known(profile, imported.inlined(), stored);
        return new ImportDraft(
                file,
                Optional.of(cards.of("", name, profile)),
                SummaryText.of(summary, locale, now, ZoneId.systemDefault()),
                unused(profile),
                missing(imported),
                imported.locked().stream().map(ProblemText::clean).toList(),
                Exposure.of(file, imported),
                known.map(StoredProfile::id),
                known.filter(old -> old.inlined().equals(imported.inlined())).isPresent(),
                kin(profile, summary),
                summary.signIn()
                        .certificate()
                        .flatMap(own -> CertificateWatch.notice(own.until(), now)),
                Cards.obstacle(name, profile, now));
    }

    private static Optional<StoredProfile> known(
            Profile profile, String inlined, List<StoredProfile> stored) {
        return stored.stream()
                .filter(other -> other.inlined().equals(inlined))
                .findFirst()
                .or(() -> stored.stream().filter(other -> isSame(profile, other)).findFirst());
    }

    /** Files of one authority where the same person signs in in the same way. */
    private static String kin(Profile profile, Summary summary) {
        return block(profile, "ca")
                .map(ca -> Integer.toHexString(ca.hashCode()) + summary.signIn())
                .orElse("");
    }

    /** The same server and authority, and the same person; certificates are renewed. */
    private static boolean isSame(Profile profile, StoredProfile other) {
        return other.inlined().contains(String.join(" ", words(profile, "remote")))
                && Preparation.read(other) instanceof Profile.Good(Profile stored)
                && words(profile, "remote").equals(words(stored, "remote"))
                && block(profile, "ca").equals(block(stored, "ca"))
                && person(profile).equals(person(stored));
    }

    private static Optional<String> person(Profile profile) {
        return Summary.of(profile).signIn().certificate().map(Summary.Certificate::name);
    }

    private static List<String> words(Profile profile, String option) {
        return profile.last(option).map(Directive::arguments).orElse(List.of());
    }

    private static Optional<String> block(Profile profile, String part) {
        return profile.part(part).flatMap(Directive::block).map(String::strip);
    }

    private List<ImportDraft.UnusedLine> unused(Profile profile) {
        return profile.problems().stream()
                .filter(problem -> problem.line() > 0)
                .filter(problem -> problem.kind() != Problem.Kind.MISSING)
                .map(this::unused)
                .toList();
    }

    private ImportDraft.UnusedLine unused(Problem problem) {
        return new ImportDraft.UnusedLine(
                problem.line(),
                ProblemText.clean((problem.option() + " " + problem.detail()).strip()),
                ProblemText.of(problem, locale));
    }

    /** Files that the profile names and that were not found beside it. */
    private static List<String> missing(Importer.Imported imported) {
        Profile profile = imported.profile();
        return PARTS.stream()
                .filter(part -> !part.equals("pkcs12") || !profile.has("cert"))
                .flatMap(part -> profile.part(part).stream())
                .filter(directive -> directive.block().isEmpty())
                .flatMap(directive -> named(directive).stream())
                .filter(name -> !imported.locked().contains(name))
                .map(ProblemText::clean)
                .sorted()
                .toList();
    }

    private static Optional<String> named(Directive directive) {
        return directive
                .argument(0)
                .filter(name -> !name.toLowerCase(Locale.ROOT).contains("inline"));
    }
}
