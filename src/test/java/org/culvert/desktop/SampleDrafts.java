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
import org.culvert.profile.Profile;
import org.culvert.profile.Spot;
import org.culvert.profile.Summary;
import org.culvert.profile.SummaryText;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
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

    private static final Summary MEANS = means();

    private SampleDrafts() {}

    /** A good file with two lines that are not used. */
    public static ImportDraft office(Look look) {
        return draft(
                look,
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
                look,
                "office-new.ovpn",
                card(look).named("Office 2"),
                List.of(),
                List.of(),
                Optional.of("Office"),
                Optional.empty());
    }

    /** A file for the server of one that is there already. */
    public static ImportDraft changed(Look look) {
        ImportDraft known = known(look);
        return new ImportDraft(
                Path.of("/home/anna/office-renewed.ovpn"),
                known.card(),
                known.summary(),
                known.unused(),
                known.missing(),
                known.locked(),
                known.exposed(),
                known.known(),
                false,
                "",
                known.notice(),
                known.failure());
    }

    /** A file whose certificate and key have a passphrase. */
    public static ImportDraft locked(Look look) {
        ImportDraft office = office(look);
        return new ImportDraft(
                office.file(),
                office.card(),
                office.summary(),
                List.of(),
                List.of(),
                List.of("anna.p12"),
                List.of(),
                Optional.empty(),
                false,
                "",
                Optional.empty(),
                office.failure());
    }

    /** One of several files of one authority. */
    public static ImportDraft akin(Look look, String name) {
        ImportDraft office = office(look);
        return new ImportDraft(
                Path.of("/home/anna/acme", name + ".ovpn"),
                Optional.of(card(look).named(name)),
                office.summary(),
                List.of(),
                List.of(),
                List.of(),
                List.of(Path.of("/home/anna/acme/acme.key")),
                Optional.empty(),
                false,
                "acme",
                Optional.empty(),
                Optional.empty());
    }

    /** A file whose extra key is missing. */
    public static ImportDraft incomplete(Look look) {
        return draft(
                look,
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

    /** A server's file whose own parts are missing too. */
    public static ImportDraft ofServer(Look look) {
        return draft(
                look,
                "server.ovpn",
                card(look).named("Server"),
                List.of(),
                List.of("s.key"),
                Optional.empty(),
                Optional.of(
                        new Failure.ServerProfile(new Failure.Place("server.ovpn", 1), "server")));
    }

    /** A web page in place of a profile. */
    public static ImportDraft page() {
        return new ImportDraft(
                Path.of("/home/anna/page.ovpn"),
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
                Optional.of(new Failure.NotAProfile("page.ovpn", FileKind.HTML)));
    }

    private static ProfileCard card(Look look) {
        return Sample.cards(look.texts().locale()).get(2);
    }

    private static ImportDraft draft(
            Look look,
            String file,
            ProfileCard card,
            List<UnusedLine> unused,
            List<String> missing,
            Optional<String> known,
            Optional<Failure> failure) {
        Path path = Path.of("/home/anna", file);
        List<SummaryText.Line> means =
                SummaryText.of(
                        MEANS, look.texts().locale(), look.clock().instant(), ZoneOffset.UTC);
        return new ImportDraft(
                path,
                Optional.of(card),
                means,
                unused,
                missing,
                List.of(),
                List.of(),
                known,
                known.isPresent(),
                "",
                Optional.empty(),
                failure);
    }

    private static Summary means() {
        String text =
                """
                client
                remote vpn.example.org 1194
                remote vpn.example.org 443 tcp
                redirect-gateway def1
                dhcp-option DNS 192.0.2.53
                auth-user-pass
                remote-cert-tls server
                cipher AES-256-CBC
                """;
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        return Profile.read("office.ovpn", octets) instanceof Profile.Good(Profile profile)
                ? Summary.of(profile)
                : Summary.of(new Profile("office.ovpn", List.of(), List.of()));
    }

    private static UnusedLine unused(
            int line, String option, Problem.Kind kind, String detail, Look look) {
        var problem =
                new Problem(
                        new Spot("office.ovpn", line, 1),
                        option,
                        Problem.Severity.WARNING,
                        kind,
                        detail);
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
