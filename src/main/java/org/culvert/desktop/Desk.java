package org.culvert.desktop;

import javafx.application.Platform;
import javafx.stage.Stage;

import org.culvert.dbus.Bus;
import org.culvert.dbus.ColourScheme;
import org.culvert.desktop.connection.Connections;
import org.culvert.desktop.connection.FailureBanner;
import org.culvert.desktop.connection.OverviewView;
import org.culvert.desktop.connection.Switchboard;
import org.culvert.desktop.link.DiskShelf;
import org.culvert.desktop.link.RemoteHelper;
import org.culvert.desktop.look.Fonts;
import org.culvert.desktop.look.Look;
import org.culvert.desktop.look.Scheme;
import org.culvert.desktop.look.Texts;
import org.culvert.desktop.look.Theme;
import org.culvert.desktop.profiles.EmptyView;
import org.culvert.desktop.profiles.FileDrop;
import org.culvert.desktop.profiles.ProfileListModel;
import org.culvert.profile.store.ProfileStore;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Puts the window together: ports, models, views, and whoever acts between them. */
final class Desk implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger("culvert.window");

    private final ExecutorService disk =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("disk").factory());
    private final Arguments arguments;
    private final Preferences preferences;
    private final RemoteHelper helper;
    private final DiskShelf shelf;
    private final Models models;
    private final Intake intake;
    private final Doings doings;
    private final MainWindow window;
    private final Frame frame;
    private Optional<Bus> session = Optional.empty();

    Desk(Stage stage, App.Start start) throws IOException {
        arguments = start.arguments();
        var theme = new Theme();
        Look look = Look.of(texts(), theme, Clock.system(ZoneId.systemDefault()));
        Path file = Settings.in(start.places().config());
        preferences = new Preferences(start.settings(), file, theme, disk);
        shelf = shelf(look);
        helper = new RemoteHelper(arguments.socket(), shelf::prepare, Platform::runLater);
        var connections = new Connections();
        var profiles = new ProfileListModel(look, shelf, connections);
        models = new Models(look, connections, profiles);
        var sheets = new Sheets();
        var consent = new Consent(look, sheets, shelf);
        var board = new Switchboard(connections, helper, look.clock(), consent);
        intake = new Intake(look, shelf, sheets, profiles, board::connect, stage);
        doings = new Doings(models, preferences, board, helper, intake, sheets);
        window = window(look);
        frame = new Frame(look, stage, window, start.settings(), () -> false);
    }

    private DiskShelf shelf(Look look) throws IOException {
        return new DiskShelf(
                ProfileStore.open(),
                look.texts().locale(),
                InstantSource.system(),
                disk,
                Platform::runLater);
    }

    private MainWindow window(Look look) {
        var banner = new FailureBanner(look, doings::remedy);
        var overview = new OverviewView(look, models.graph(), banner);
        var empty = new EmptyView(look, intake::choose, intake::show);
        var made = new MainWindow(models, doings, overview, empty, doings.sheets());
        FileDrop.on(made, intake::show);
        return made;
    }

    /** Where no face draws Chinese, English is better than boxes. */
    private static Texts texts() {
        Locale wanted = Locale.getDefault();
        boolean boxes = wanted.getLanguage().equals("zh") && !Fonts.drawChinese();
        if (boxes) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "no face draws Chinese, so the words are English: install fonts-noto-cjk");
        }
        return Texts.of(boxes ? Locale.ENGLISH : wanted);
    }

    /** Shows the window and begins to listen to helper, disk and desktop. */
    void open() {
        models.look().theme().followToolkit();
        Keys.listen(models, doings, window, frame);
        var news = new News(models, window, intake, doings::trouble);
        shelf.open(news);
        helper.open(news);
        frame.appear(arguments.shape());
        intake.start(arguments.files());
        Thread.ofVirtual().start(this::followDesktop);
    }

    /** What the desktop says over its bus; a desktop without one changes nothing. */
    private void followDesktop() {
        session = Bus.session();
        session.ifPresent(bus ->
                ColourScheme.follow(
                        bus, preference -> Platform.runLater(() -> prefer(preference))));
    }

    private void prefer(ColourScheme.Preference preference) {
        switch (preference) {
            case DARK -> models.look().theme().system().set(Scheme.DARK);
            case LIGHT -> models.look().theme().system().set(Scheme.LIGHT);
            case NONE -> {}
        }
    }

    /** Another start has handed its words over. */
    void ring(List<String> words) {
        try {
            Arguments visitor = Arguments.parse(words, Path.of("/"));
            if (visitor.shape() == Arguments.Shape.WHOLE) {
                frame.raise();
            }
            intake.start(visitor.files());
        } catch (Arguments.Wrong wrong) {
            LOG.log(System.Logger.Level.WARNING, wrong.getMessage());
        }
    }

    @Override
    public void close() {
        preferences.keep(frame.sized(preferences.now()));
        helper.close();
        session.ifPresent(Bus::close);
        disk.close();
    }
}
