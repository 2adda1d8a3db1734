package org.culvert.desktop.profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.culvert.desktop.Fx;
import org.culvert.desktop.MemoryShelf;
import org.culvert.desktop.Sample;
import org.culvert.desktop.SampleDrafts;
import org.culvert.desktop.link.ImportDraft;
import org.culvert.desktop.look.Look;
import org.culvert.profile.store.Marks;
import org.culvert.secret.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

@SuppressWarnings("NullAway.Init")
class ImportSheetTest {
    private final Look look = Sample.look(Locale.ENGLISH);
    private final List<String> seen = new ArrayList<>();
    private StackPane host;
    private Stage stage;

    @BeforeEach
    void show() {
        host = Fx.on(StackPane::new);
        stage = Fx.show(look.theme(), host, 720, 560);
    }

    @AfterEach
    void close() {
        Fx.close(stage);
    }

    @Test
    void enterAddsUnderTheNameThatWasTypedAndConnects() {
        open(SampleDrafts.office(look));
        Fx.run(() -> Fx.node(stage, TextField.class, "import-name").setText("Work"));
        Fx.press(stage, KeyCode.ENTER);

        assertEquals(List.of("add Work", "stored Office connect"), seen);
    }

    @Test
    void addAndConnectHasTheFocus() {
        open(SampleDrafts.office(look));

        assertEquals("import-add_and_connect", focused());
    }

    @Test
    void addStoresWithoutConnecting() {
        open(SampleDrafts.office(look));
        press("import-add");

        assertEquals(List.of("add Office", "stored Office"), seen);
    }

    @Test
    void escapeStoresNothing() {
        open(SampleDrafts.office(look));
        Fx.press(stage, KeyCode.ESCAPE);

        assertEquals(List.of(), seen);
        assertEquals(0, Fx.on(() -> host.getChildren().size()));
    }

    @Test
    void linesThatAreNotUsedOpenWithTheirReasons() {
        open(SampleDrafts.office(look));
        press("unused");

        assertTrue(texts().containsAll(List.of("line 14", "up /etc/openvpn/up.sh")));
    }

    @Test
    void aKnownProfileIsConnectedReplacedOrKeptBeside() {
        open(SampleDrafts.known(look));
        press("import-connect_known");
        open(SampleDrafts.known(look));
        press("import-replace");
        open(SampleDrafts.known(look));
        press("import-keep_both");

        assertEquals(
                List.of(
                        "stored Office connect",
                        "replace Office",
                        "stored Office",
                        "add Office 2",
                        "stored Office"),
                seen);
    }

    @Test
    void aChangedFileOfAKnownProfileReplacesIt() {
        open(SampleDrafts.changed(look));
        assertTrue(
                texts().contains("“Office” is for the same server, but this file is another one"));

        Fx.press(stage, KeyCode.ENTER);

        assertEquals(List.of("replace Office", "stored Office"), seen);
    }

    @Test
    void aLockedPartIsOpenedWithItsPassphrase() {
        open(SampleDrafts.locked(look));
        assertTrue(texts().contains("“anna.p12” holds certificate and key under a passphrase"));

        Fx.run(() -> Fx.node(stage, TextField.class, "part-passphrase").setText("sesame"));
        press("part-unlock");

        assertEquals(List.of("unlock office.ovpn"), seen);
    }

    @Test
    void aChosenPartIsReadAgainAndTheNameStays() {
        open(SampleDrafts.incomplete(look));
        Fx.run(() -> Fx.node(stage, TextField.class, "import-name").setText("Workshop"));
        press("choose-part");

        assertEquals(List.of("choose Choose “ta.key”", "inspect {ta.key=/tmp/chosen}"), seen);
        assertEquals("Workshop", Fx.node(stage, TextField.class, "import-name").getText());
        assertEquals("import-add_and_connect", focused());
    }

    @Test
    void aServersFileIsCalledOneWhateverIsMissing() {
        open(SampleDrafts.ofServer(look));
        assertTrue(texts().contains("CFG-5"), texts().toString());

        open(SampleDrafts.incomplete(look));
        assertFalse(texts().contains("CFG-4"), "the missing part's own line says it");
    }

    @Test
    void whatIsNoProfileOffersAnotherFile() {
        open(SampleDrafts.page());
        assertTrue(texts().containsAll(List.of("This file is not a VPN profile", "CFG-3")));

        press("import-other_file");
        assertEquals("choose Import a profile", seen.getFirst());
    }

    @Test
    void whatOthersCanReadIsTightenedOnlyWhereAsked() {
        open(SampleDrafts.akin(look, "Paris"));
        press("import-add");
        open(SampleDrafts.akin(look, "Berlin"));
        Fx.run(Fx.node(stage, CheckBox.class, "import-tighten")::fire);
        press("import-add");

        assertEquals(
                List.of(
                        "add Paris",
                        "stored Office",
                        "tighten [/home/anna/acme/acme.key]",
                        "add Berlin",
                        "stored Office"),
                seen);
    }

    @Test
    void filesThatAreAkinAreKeptTogether() {
        open(SampleDrafts.akin(look, "acme-paris"), SampleDrafts.akin(look, "acme-berlin"));
        TextField group = Fx.node(stage, TextField.class, "import-group");
        assertEquals("acme", Fx.on(group::getText));

        Fx.run(() -> group.setText("Company"));
        press("import-several");

        assertEquals(
                List.of(
                        "add acme-paris",
                        "group Office Company",
                        "add acme-berlin",
                        "group Office Company",
                        "stored Office"),
                seen);
    }

    @Test
    void filesThatAreNotAkinStayApart() {
        open(SampleDrafts.akin(look, "acme-paris"), SampleDrafts.office(look));

        assertFalse(Fx.on(() -> host.lookup("#group-field").isVisible()));
    }

    @Test
    void ofSeveralFilesTheTickedOnesAreAdded() {
        open(SampleDrafts.office(look), SampleDrafts.known(look), SampleDrafts.page());
        Button add = Fx.node(stage, Button.class, "import-several");
        assertEquals("Add 1", Fx.on(add::getText));

        List<CheckBox> ticks =
                Fx.on(() ->
                        host.lookupAll(".check-box").stream().map(CheckBox.class::cast).toList());
        Fx.run(ticks.get(1)::fire);
        assertTrue(ticks.get(2).isDisabled());
        Fx.run(add::fire);

        assertEquals(List.of("add Office", "add Office 2", "stored Office"), seen);
    }

    private void open(ImportDraft... drafts) {
        List<ImportDraft> all = List.of(drafts);
        Fx.run(() ->
                ImportSheet.open(
                        look,
                        host,
                        new Recorder(all),
                        deeds(),
                        id -> Optional.of(Sample.card(id, "vpn.example.org")),
                        all.stream().map(ImportDraft::file).toList()));
    }

    private ImportDeeds deeds() {
        return new ImportDeeds() {
            @Override
            public void chooseFiles(String title, boolean several, Consumer<List<Path>> chosen) {
                seen.add("choose " + title);
                chosen.accept(List.of(Path.of("/tmp/chosen")));
            }

            @Override
            public void stored(String id, boolean connect) {
                seen.add("stored " + id + (connect ? " connect" : ""));
            }
        };
    }

    private void press(String id) {
        Fx.run(Fx.node(stage, Button.class, id)::fire);
    }

    private String focused() {
        return Fx.on(() -> String.valueOf(stage.getScene().getFocusOwner().getId()));
    }

    private List<String> texts() {
        return Fx.on(
                () -> host.lookupAll(".label").stream().map(l -> ((Label) l).getText()).toList());
    }

    /** Finds its drafts in their files; with a part given, nothing is missing any more. */
    private final class Recorder extends MemoryShelf {
        private final List<ImportDraft> drafts;

        Recorder(List<ImportDraft> drafts) {
            super(List.of());
            this.drafts = drafts;
        }

        @Override
        public void inspect(Path file, Map<String, Path> parts, Consumer<ImportDraft> outcome) {
            if (!parts.isEmpty()) {
                seen.add("inspect " + parts);
            }
            drafts.stream()
                    .filter(draft -> draft.file().equals(file))
                    .map(draft -> parts.isEmpty() ? draft : whole(draft))
                    .findFirst()
                    .ifPresent(outcome);
        }

        private static ImportDraft whole(ImportDraft draft) {
            return new ImportDraft(
                    draft.file(),
                    draft.card(),
                    draft.summary(),
                    draft.unused(),
                    List.of(),
                    List.of(),
                    draft.exposed(),
                    draft.known(),
                    draft.unchanged(),
                    draft.kin(),
                    draft.notice(),
                    Optional.empty());
        }

        @Override
        public void mark(String id, Marks marks) {
            seen.add("group " + id + " " + marks.group());
        }

        @Override
        public void tighten(List<Path> files) {
            seen.add("tighten " + files);
        }

        @Override
        public void unlock(Path file, Secret passphrase) {
            seen.add("unlock " + file.getFileName());
        }

        @Override
        public void add(ImportDraft draft, String name, Consumer<String> stored) {
            seen.add("add " + name);
            super.add(draft, name, stored);
        }

        @Override
        public void replace(String id, ImportDraft draft, Consumer<String> stored) {
            seen.add("replace " + id);
            super.replace(id, draft, stored);
        }
    }
}
