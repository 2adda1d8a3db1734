package org.culvert.desktop;

import javafx.scene.layout.Pane;
import javafx.stage.FileChooser;

import org.culvert.desktop.link.ImportDraft;
import org.culvert.desktop.link.ProfileCard;
import org.culvert.desktop.link.ProfileShelf;
import org.culvert.desktop.look.Look;
import org.culvert.desktop.profiles.ImportDeeds;
import org.culvert.desktop.profiles.ImportSheet;
import org.culvert.desktop.profiles.ProfileListModel;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** How files come in: chosen, dropped, or named at a start. Each is shown on a sheet first. */
final class Intake implements ImportDeeds {
    private final Look look;
    private final Pane host;
    private final ProfileShelf shelf;
    private final ProfileListModel profiles;
    private final Consumer<ProfileCard> connect;
    private final List<Path> early = new ArrayList<>();
    private boolean told;

    /** An intake whose sheets lie on {@code host}. */
    Intake(
            Look look,
            Pane host,
            ProfileShelf shelf,
            ProfileListModel profiles,
            Consumer<ProfileCard> connect) {
        this.look = look;
        this.host = host;
        this.shelf = shelf;
        this.profiles = profiles;
        this.connect = connect;
    }

    /** Asks for files. */
    void choose() {
        chooseFiles(look.text("import.choose"), true, this::show);
    }

    @Override
    public void chooseFiles(String title, boolean several, Consumer<List<Path>> chosen) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        if (several) {
            chooser.getExtensionFilters()
                    .addAll(
                            new FileChooser.ExtensionFilter(
                                    look.text("import.filter"), "*.ovpn", "*.conf"),
                            new FileChooser.ExtensionFilter(look.text("import.any"), "*"));
        }
        List<Path> files = ask(chooser, several).stream().map(File::toPath).toList();
        if (!files.isEmpty()) {
            chosen.accept(files);
        }
    }

    private List<File> ask(FileChooser chooser, boolean several) {
        var window = host.getScene().getWindow();
        if (several) {
            return Optional.ofNullable(chooser.showOpenMultipleDialog(window)).orElse(List.of());
        }
        return Optional.ofNullable(chooser.showOpenDialog(window)).stream().toList();
    }

    /** Shows what importing {@code files} would do. */
    void show(List<Path> files) {
        ImportSheet.open(look, host, shelf, this, profiles::withId, files);
    }

    @Override
    public void stored(String id, boolean connectNow) {
        profiles.withId(id)
                .ifPresent(card -> {
                    profiles.select(card);
                    if (connectNow) {
                        connect.accept(card);
                    }
                });
    }

    /** Files named at a start: those that are known are connected, the others are shown. */
    void start(List<Path> files) {
        early.addAll(files);
        if (told) {
            begin();
        }
    }

    /** It is known which profiles there are. */
    void profilesTold() {
        told = true;
        begin();
    }

    private void begin() {
        var files = List.copyOf(early);
        early.clear();
        var unknown = new ArrayList<Path>();
        var left = new ArrayList<>(files);
        for (Path file : files) {
            shelf.inspect(
                    file,
                    draft -> {
                        left.remove(draft.file());
                        connectOr(draft, unknown);
                        if (left.isEmpty()) {
                            show(unknown);
                        }
                    });
        }
    }

    private void connectOr(ImportDraft draft, List<Path> unknown) {
        draft.known().ifPresentOrElse(id -> stored(id, true), () -> unknown.add(draft.file()));
    }
}
