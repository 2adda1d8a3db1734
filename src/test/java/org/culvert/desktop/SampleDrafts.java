package org.culvert.desktop;

import org.culvert.desktop.link.ImportDraft;
import org.culvert.desktop.link.ImportDraft.UnusedLine;
import org.culvert.desktop.link.ProfileCard;
import org.culvert.desktop.link.ProfileShelf;
import org.culvert.desktop.look.Look;
import org.culvert.desktop.profiles.ImportDeeds;
import org.culvert.failure.Failure;
import org.culvert.failure.FileKind;
import org.culvert.profile.Problem;
import org.culvert.profile.ProblemText;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Made-up files on their way in. */
public final class SampleDrafts {
    /** Chooses nothing and goes nowhere. */
    public static final ImportDeeds NO_DEEDS =
            new ImportDeeds() {
                @Override
                public void chooseFiles(
                        String title, boolean several, Consumer<List<Path>> chosen) {}

                @Override
                public void stored(String id, boolean connect) {}
            };

    private SampleDrafts() {}

    /** A good file with two lines that are not used. */
    public static ImportDraft office(Look look) {
        return draft(
                "office.ovpn",
                card(look),
                List.of(
                        unused(14, "up", Problem.Kind.NEVER_HONOURED, "/etc/openvpn/up.sh", look),
                        unused(21, "comp-lzo", Problem.Kind.KEPT, "", look)),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** A file that is there already. */
    public static ImportDraft known(Look look) {
        return draft(
                "office-new.ovpn",
                card(look).named("Office 2"),
                List.of(),
                List.of(),
                Optional.of("Office"),
                Optional.empty());
    }

    /** A file whose extra key is missing. */
    public static ImportDraft incomplete(Look look) {
        return draft(
                "lab.ovpn",
                card(look).named("Lab"),
                List.of(),
                List.of("ta.key"),
                Optional.empty(),
                Optional.of(
                        new Failure.PartMissing(
                                new Failure.Place("lab.ovpn", 9),
                                "tls-auth",
                                Optional.of("ta.key"))));
    }

    /** A web page in place of a profile. */
    public static ImportDraft page() {
        return new ImportDraft(
                Path.of("/home/anna/page.ovpn"),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.of(new Failure.NotAProfile("page.ovpn", FileKind.HTML)));
    }

    private static ProfileCard card(Look look) {
        return Sample.cards(look.texts().locale()).get(2);
    }

    private static ImportDraft draft(
            String file,
            ProfileCard card,
            List<UnusedLine> unused,
            List<String> missing,
            Optional<String> known,
            Optional<Failure> failure) {
        Path path = Path.of("/home/anna", file);
        return new ImportDraft(path, Optional.of(card), unused, missing, known, failure);
    }

    private static UnusedLine unused(
            int line, String option, Problem.Kind kind, String detail, Look look) {
        var problem = new Problem(line, option, Problem.Severity.WARNING, kind, detail);
        return new UnusedLine(
                line,
                (option + " " + detail).strip(),
                ProblemText.of(problem, look.texts().locale()));
    }

    /** A shelf that finds {@code drafts} in their files. */
    public static ProfileShelf shelf(List<ImportDraft> drafts) {
        return new MemoryShelf(List.of()) {
            @Override
            public void inspect(Path file, Map<String, Path> parts, Consumer<ImportDraft> outcome) {
                drafts.stream()
                        .filter(draft -> draft.file().equals(file))
                        .findFirst()
                        .ifPresent(outcome);
            }
        };
    }
}
