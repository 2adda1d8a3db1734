package org.culvert.desktop;

import javafx.application.Platform;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.Pane;
import javafx.stage.FileChooser;

import org.culvert.client.Elsewhere;
import org.culvert.client.ProfileFetch;
import org.culvert.client.ProfileLink;
import org.culvert.dbus.Bus;
import org.culvert.desktop.link.ImportDraft;
import org.culvert.desktop.link.ProfileCard;
import org.culvert.desktop.link.ProfileShelf;
import org.culvert.desktop.look.Look;
import org.culvert.desktop.profiles.ImportDeeds;
import org.culvert.desktop.profiles.ImportSheet;
import org.culvert.desktop.profiles.ProfileListModel;
import org.culvert.profile.Luggage;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** How files come in: chosen, dropped, or named at a start. Each is shown on a sheet first. */
final class Intake implements ImportDeeds {
    private static final Path ETC = Path.of("/etc");

    private final Look look;
    private final Pane host;
    private final ProfileShelf shelf;
    private final ProfileListModel profiles;
    private final Consumer<ProfileCard> connect;
    private final List<Path> early = new ArrayList<>();
    private final LinkSheet links;
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
        links = new LinkSheet(look, host, ProfileFetch.usual(), this::came);
    }

    /** Asks whether the profile behind {@code link} shall be fetched. */
    void ask(ProfileLink link) {
        links.ask(link);
    }

    private void came(ProfileFetch.Fetched fetched) {
        shelf.bring(Luggage.ofText(fetched.from().name(), fetched.octets()), this::sheet);
    }

    /** Shows the profiles of other programs on this machine. */
    void elsewhere() {
        Thread.ofVirtual()
                .name("elsewhere")
                .start(() -> {
                    Optional<Bus> bus = Bus.system();
                    List<Elsewhere.Find> finds = new Elsewhere(ETC).look(bus.stream());
                    bus.ifPresent(Bus::close);
                    Platform.runLater(() ->
                            ElsewhereSheet.open(
                                    look,
                                    host,
                                    finds,
                                    luggage -> shelf.bring(luggage, this::sheet)));
                });
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

    /** Shows what importing what was {@code brought} would do: files, folders, archives. */
    void show(List<Path> brought) {
        shelf.gather(brought, this::sheet);
    }

    private void sheet(List<Path> files) {
        ImportSheet.open(look, host, shelf, this, profiles::withId, files);
    }

    /** Shows what importing the files or the text on the clipboard would do. */
    void paste(Clipboard clipboard) {
        String text = clipboard.hasString() ? clipboard.getString() : "";
        if (clipboard.hasFiles()) {
            show(clipboard.getFiles().stream().map(File::toPath).toList());
        } else if (text.strip().startsWith(ProfileLink.SCHEME)) {
            ProfileLink.of(text).ifPresent(this::ask);
        } else if (!text.isBlank()) {
            byte[] octets = text.getBytes(StandardCharsets.UTF_8);
            shelf.bring(Luggage.ofText(look.text("import.pasted"), octets), this::sheet);
        }
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
        if (!files.isEmpty()) {
            shelf.gather(files, this::meet);
        }
    }

    private void meet(List<Path> files) {
        var unknown = new ArrayList<Path>();
        var left = new ArrayList<>(files);
        for (Path file : files) {
            shelf.inspect(
                    file,
                    draft -> {
                        left.remove(draft.file());
                        connectOr(draft, unknown);
                        if (left.isEmpty()) {
                            sheet(unknown);
                        }
                    });
        }
    }

    /** A file that has changed is shown, not taken for the one that is stored. */
    private void connectOr(ImportDraft draft, List<Path> unknown) {
        draft.known()
                .filter(_ -> draft.unchanged())
                .ifPresentOrElse(id -> stored(id, true), () -> unknown.add(draft.file()));
    }

    /** Asks where {@code card} shall be written, and writes it. */
    void export(ProfileCard card, boolean inlined) {
        var chooser = new FileChooser();
        chooser.setTitle(look.text("export.title", card.name()));
        chooser.setInitialFileName(card.name().replaceAll("[/\\\\]", "-") + ".ovpn");
        Optional.ofNullable(chooser.showSaveDialog(host.getScene().getWindow()))
                .ifPresent(target -> shelf.export(card.id(), inlined, target.toPath()));
    }
}
