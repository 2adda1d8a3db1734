package org.culvert.desktop;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.culvert.desktop.connection.Connections;
import org.culvert.desktop.connection.FailureBanner;
import org.culvert.desktop.connection.OverviewView;
import org.culvert.desktop.connection.Switchboard;
import org.culvert.desktop.link.ImportDraft;
import org.culvert.desktop.link.ProfileCard;
import org.culvert.desktop.look.Look;
import org.culvert.desktop.look.Theme;
import org.culvert.desktop.profiles.EmptyView;
import org.culvert.desktop.profiles.ProfileListModel;
import org.culvert.failure.Failure;
import org.culvert.ipc.State;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The window with all its parts, on a helper that remembers and a shelf without a disk. */
final class Rig implements AutoCloseable {
    private final List<String> said = new ArrayList<>();
    private final List<ImportDraft> drafts = new ArrayList<>();
    private final Look look;
    private final Connections connections;
    private final StackPane host = Fx.on(StackPane::new);
    private final Stage stage = Fx.on(Stage::new);
    private final MemoryShelf shelf;
    private final Models models;
    private final Intake intake;
    private final MainWindow window;
    private boolean tray = true;
    private Optional<Failure> refusal = Optional.empty();

    private Rig(Locale language, List<ProfileCard> cards) {
        look = Sample.look(language);
        connections = new Connections(look.clock());
        shelf = new Drafted(cards);
        var profiles = new ProfileListModel(look, shelf, connections);
        models = new Models(look, connections, profiles);
        var helper = new Recorder();
        var board =
                new Switchboard(
                        connections,
                        helper,
                        look.clock(),
                        (profile, agreed, declined) -> said.add("ask " + profile.name()));
        intake = new Intake(look, host, shelf, profiles, board::connect);
        var preferences =
                new Preferences(Settings.USUAL, Path.of("/nowhere"), look.theme(), work -> {});
        var doings =
                new Doings(
                        models, preferences, board, helper, intake, () -> said.add("mini"), host);
        var overview =
                new OverviewView(look, models.graph(), new FailureBanner(look, doings::remedy));
        window = new MainWindow(models, doings, overview, new EmptyView(look, () -> {}, f -> {}));
        host.getChildren().add(window);
        var settings = Settings.USUAL.themed(Theme.Choice.LIGHT);
        var frame = new Frame(look, stage, host, settings, () -> tray);
        Keys.listen(models, doings, window, frame);
        frame.raise();
        shelf.open(Sample.listener(this::told));
    }

    private void told(List<ProfileCard> cards) {
        models.profiles().profiles(cards);
        window.profilesTold();
    }

    /** A window that shows {@code names}, the first selected. */
    static Rig with(String... manner) {
        return in(Locale.ENGLISH, manner);
    }

    /** The same in {@code language}. */
    static Rig in(Locale language, String... manner) {
        List<ProfileCard> cards =
                List.of(manner).stream().map(name -> Sample.card(name, "vpn.example")).toList();
        Rig rig = Fx.on(() -> new Rig(language, cards));
        Fx.run(() -> {
            if (!cards.isEmpty()) {
                rig.models.profiles().select(cards.getFirst());
            }
        });
        return rig;
    }

    /** What helper and others were told. */
    List<String> said() {
        return said;
    }

    Models models() {
        return models;
    }

    MainWindow window() {
        return window;
    }

    Intake intake() {
        return intake;
    }

    Stage stage() {
        return stage;
    }

    /** The name of the profile that is selected. */
    Optional<String> selected() {
        return models.profiles().selected().get().map(ProfileCard::name);
    }

    /** Whether a tray shows our item. */
    void tray(boolean shows) {
        tray = shows;
    }

    /** A file holds {@code draft}. */
    void file(ImportDraft draft) {
        drafts.add(draft);
    }

    /** The tunnel of {@code profile} comes to {@code state}. */
    void tell(String profile, State state) {
        Fx.run(() -> connections.tell(List.of(Sample.connection(profile, state, 3, null))));
    }

    /** The tunnel of {@code profile} comes to {@code state} because of {@code failure}. */
    void tell(String profile, State state, Failure failure) {
        Fx.run(() -> connections.tell(List.of(Sample.connection(profile, state, 2, failure))));
    }

    /** A double-click on the row of {@code profile}, which is selected. */
    void toggle(String profile) {
        Node row =
                Fx.on(() ->
                        host.lookupAll(".rows .list-cell .name").stream()
                                .filter(node -> ((Labeled) node).getText().equals(profile))
                                .findFirst()
                                .orElseThrow());
        Fx.click(row, 2);
    }

    /** The helper refuses each connect from now on. */
    void refuse(Failure failure) {
        refusal = Optional.of(failure);
    }

    /** The words of the part that {@code selector} finds, in order. */
    List<String> words(String selector) {
        return Fx.on(() ->
                sees(selector) && host.lookup(selector) instanceof Parent part
                        ? Fx.words(part)
                        : List.of());
    }

    /** Whether something with that id can be seen. */
    boolean sees(String selector) {
        return Fx.on(() -> host.lookupAll(selector).stream().anyMatch(Rig::shown));
    }

    private static boolean shown(Node node) {
        return node.isVisible() && (node.getParent() == null || shown(node.getParent()));
    }

    @Override
    public void close() {
        Fx.close(stage);
    }

    private final class Recorder extends QuietHelper {
        @Override
        public void connect(String profile, Manner manner, Consumer<Failure> refused) {
            said.add("connect " + profile);
            refusal.ifPresent(refused);
        }

        @Override
        public void disconnect(String profile) {
            said.add("disconnect " + profile);
        }

        @Override
        public void reconnect(String profile) {
            said.add("reconnect " + profile);
        }

        @Override
        public void seek() {
            said.add("seek");
        }
    }

    private final class Drafted extends MemoryShelf {
        Drafted(List<ProfileCard> cards) {
            super(cards);
        }

        @Override
        public void inspect(Path file, Map<String, Path> parts, Consumer<ImportDraft> outcome) {
            drafts.stream().filter(draft -> draft.file().equals(file)).forEach(outcome);
        }
    }
}
