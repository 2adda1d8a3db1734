package org.culvert.desktop;

import javafx.stage.FileChooser;
import javafx.stage.Window;

import org.culvert.desktop.link.ImportDraft;
import org.culvert.desktop.link.ProfileCard;
import org.culvert.desktop.link.ProfileShelf;
import org.culvert.desktop.look.Look;
import org.culvert.desktop.profiles.ProfileListModel;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** How files come in: chosen, dropped, or named at the start. Each is shown on a sheet first. */
final class Intake {
    private final Look look;
    private final ProfileShelf shelf;
    private final Sheets sheets;
    private final ProfileListModel profiles;
    private final Consumer<ProfileCard> connect;
    private final Window window;
    private final List<Path> early = new ArrayList<>();
    private Optional<String> awaited = Optional.empty();
    private boolean told;

    Intake(
            Look look,
            ProfileShelf shelf,
            Sheets sheets,
            ProfileListModel profiles,
            Consumer<ProfileCard> connect,
            Window window) {
        this.look = look;
        this.shelf = shelf;
        this.sheets = sheets;
        this.profiles = profiles;
        this.connect = connect;
        this.window = window;
    }

    /** Asks for files. */
    void choose() {
        var chooser = new FileChooser();
        chooser.setTitle(look.text("import.choose"));
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter(
                                look.text("import.filter"), "*.ovpn", "*.conf"),
                        new FileChooser.ExtensionFilter(look.text("import.any"), "*"));
        List<File> chosen = chooser.showOpenMultipleDialog(window);
        if (chosen != null) {
            show(chosen.stream().map(File::toPath).toList());
        }
    }

    /** Shows what importing {@code files} would do. */
    void show(List<Path> files) {
        files.forEach(file -> shelf.inspect(file, this::present));
    }

    /** Files named at a start: those that are known are connected, others are shown. */
    void start(List<Path> files) {
        early.addAll(files);
        if (told) {
            begin();
        }
    }

    /** All profiles have been told; one that was just added can be selected. */
    void profilesTold() {
        told = true;
        awaited.flatMap(profiles::withId)
                .ifPresent(card -> {
                    awaited = Optional.empty();
                    profiles.select(card);
                });
        begin();
    }

    private void begin() {
        var files = List.copyOf(early);
        early.clear();
        files.forEach(file -> shelf.inspect(file, this::connectOrPresent));
    }

    private void connectOrPresent(ImportDraft draft) {
        Optional<ProfileCard> known = draft.known().flatMap(profiles::withId);
        known.ifPresentOrElse(
                card -> {
                    profiles.select(card);
                    connect.accept(card);
                },
                () -> present(draft));
    }

    private void present(ImportDraft draft) {
        String name = draft.card().map(ProfileCard::name).orElse(draft.file().toString());
        var question =
                new Sheet.Question(
                        name,
                        draft.card().map(ProfileCard::host).orElse(""),
                        look.text("button.cancel"),
                        look.text("import.connect"));
        Sheet.ask(sheets, question, () -> add(draft, name), () -> {});
    }

    private void add(ImportDraft draft, String name) {
        shelf.add(
                draft,
                name,
                id -> {
                    awaited = Optional.of(id);
                    profilesTold();
                    profiles.withId(id).ifPresent(connect);
                });
    }
}
