package org.culvert.desktop.link;

import org.culvert.client.Preparation;
import org.culvert.failure.Failure;
import org.culvert.profile.Directive;
import org.culvert.profile.Importer;
import org.culvert.profile.Problem;
import org.culvert.profile.ProblemText;
import org.culvert.profile.Profile;
import org.culvert.profile.store.StoredProfile;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads files and says what importing them would do. May wait for the disk. */
final class Drafts {
    private static final Set<String> PARTS =
            Set.of("ca", "cert", "key", "tls-auth", "tls-crypt", "tls-crypt-v2", "extra-certs");

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
            case Importer.NotImported(Failure failure) ->
                    new ImportDraft(
                            file,
                            Optional.empty(),
                            List.of(),
                            List.of(),
                            Optional.empty(),
                            Optional.of(failure));
            case Importer.Imported(Profile profile, String _, String _) -> {
                String name = Preparation.nameOf(file);
                yield new ImportDraft(
                        file,
                        Optional.of(cards.of("", name, profile)),
                        unused(profile),
                        missing(profile),
                        stored.stream()
                                .filter(other -> isSame(profile, other))
                                .map(StoredProfile::id)
                                .findFirst(),
                        Cards.obstacle(name, profile, clock.instant()));
            }
        };
    }

    /** The same first server, and the same certificates on both sides. */
    private static boolean isSame(Profile profile, StoredProfile other) {
        return Preparation.read(other) instanceof Profile.Good(Profile stored)
                && words(profile, "remote").equals(words(stored, "remote"))
                && block(profile, "ca").equals(block(stored, "ca"))
                && block(profile, "cert").equals(block(stored, "cert"));
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
    private static List<String> missing(Profile profile) {
        return PARTS.stream()
                .flatMap(part -> profile.part(part).stream())
                .filter(directive -> directive.block().isEmpty())
                .flatMap(directive -> named(directive).stream())
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
