package org.culvert.desktop;

import javafx.application.Platform;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.culvert.dbus.Bus;
import org.culvert.dbus.Notifications;
import org.culvert.desktop.connection.Connections;
import org.culvert.desktop.connection.FailureBanner;
import org.culvert.desktop.connection.OverviewView;
import org.culvert.desktop.connection.Switchboard;
import org.culvert.desktop.link.DiskShelf;
import org.culvert.desktop.link.RemoteHelper;
import org.culvert.desktop.look.Fonts;
import org.culvert.desktop.look.Look;
import org.culvert.desktop.look.Seen;
import org.culvert.desktop.look.Texts;
import org.culvert.desktop.look.Theme;
import org.culvert.desktop.mini.MiniModel;
import org.culvert.desktop.mini.MiniWindow;
import org.culvert.desktop.profiles.EmptyView;
import org.culvert.desktop.profiles.FileDrop;
import org.culvert.desktop.profiles.ProfileListModel;
import org.culvert.desktop.prompt.PromptDesk;
import org.culvert.desktop.tray.Session;
import org.culvert.desktop.tray.Tray;
import org.culvert.profile.store.ProfileStore;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/** Puts the program together: ports, models, views, and whoever acts between them. */
final class Desk implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger("culvert.window");

    private final ExecutorService disk =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("disk").factory());
    private final StackPane host = new StackPane();
    private final Arguments arguments;
    private final Places places;
    private final Preferences preferences;
    private final RemoteHelper helper;
    private final DiskShelf shelf;
    private final Models models;
    private final Intake intake;
    private final Doings doings;
    private final MainWindow window;
    private final Frame frame;
    private final MiniModel miniModel;
    private final MiniWindow mini;
    private final Tray tray;

    /** Everything in its place, nothing shown; {@code pages} opens a page in the browser. */
    Desk(Stage stage, App.Start start, Consumer<String> pages) throws IOException {
        arguments = start.arguments();
        places = start.places();
        var theme = new Theme();
        Look look = Look.of(texts(), theme, Clock.system(ZoneId.systemDefault()));
        Path file = Settings.in(start.places().config());
        preferences = new Preferences(start.settings(), file, theme, disk);
        shelf = shelf(look, start.places().data().resolve("profiles"));
        helper = new RemoteHelper(arguments.socket(), shelf::prepare, Platform::runLater);
        var connections = new Connections();
        models = new Models(look, connections, new ProfileListModel(look, shelf, connections));
        var consent = new Consent(look, host, shelf);
        var board = new Switchboard(connections, helper, look.clock(), consent);
        intake = new Intake(look, host, shelf, models.profiles(), board::connect);
        doings = new Doings(models, preferences, board, helper, intake, () -> mini(0, 0), host);
        window = window(look);
        host.getChildren().add(window);
        frame = new Frame(look, stage, host, start.settings(), this::hasTray);
        var around =
                new Surroundings(
                        frame,
                        intake,
                        shelf,
                        board,
                        helper,
                        this::mini,
                        this::hasTray,
                        this::alone);
        miniModel = new MiniModel(look, connections);
        mini = new MiniWindow(look, miniModel, around);
        tray = new Tray(look, connections, around, Platform::runLater);
        var prompts = new PromptDesk(look, host, helper, connections, models.beat(), pages);
        prompts.asking().subscribe(this::attend);
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

    private DiskShelf shelf(Look look, Path folder) throws IOException {
        return new DiskShelf(
                ProfileStore.open(folder),
                look.texts().locale(),
                InstantSource.system(),
                this::onDisk,
                Platform::runLater);
    }

    /** The folder may change while the window closes; nobody looks at that any more. */
    private void onDisk(Runnable work) {
        try {
            disk.execute(work);
        } catch (RejectedExecutionException _) {
            LOG.log(System.Logger.Level.DEBUG, "the window has closed");
        }
    }

    private MainWindow window(Look look) {
        var banner = new FailureBanner(look, doings::remedy);
        var overview = new OverviewView(look, models.graph(), banner);
        var empty = new EmptyView(look, intake::choose, intake::show);
        var made = new MainWindow(models, doings, overview, empty);
        FileDrop.on(made, intake::show);
        return made;
    }

    /** Shows what was asked for, and begins to listen to helper, disk and desktop. */
    void open() {
        Theme theme = models.look().theme();
        theme.followToolkit();
        Keys.listen(models, doings, window, frame);
        var first = new FirstLook(models.profiles(), shelf::newest);
        CertificateNotices notices = notices();
        notices.watch(models.profiles()::all);
        var news =
                new News(
                        models,
                        window::show,
                        List.of(
                                all -> first.profiles(),
                                all -> window.profilesTold(),
                                miniModel::profiles,
                                tray::profiles,
                                all -> intake.profilesTold(),
                                notices::look),
                        now -> {
                            first.connections(now);
                            models.profiles().heard(now);
                        },
                        doings::trouble);
        shelf.open(news);
        shelf.watch();
        look();
        helper.open(news);
        Session.open(Bus::session, tray, theme, Platform::runLater);
        show(arguments);
    }

    /** The helper tells all that flows while a window shows it. */
    private void look() {
        Runnable tell = () -> helper.look(Seen.now(host) || mini.seen());
        Seen.follow(host, tell, tell);
        mini.follow(tell);
    }

    private CertificateNotices notices() {
        return new CertificateNotices(
                models.look(), places.data().resolve("noticed.properties"), disk, this::notice);
    }

    /** At the edge of the screen where a desktop does that, and in the window. */
    private void notice(String title, String text) {
        models.profiles().say(title);
        Thread.ofVirtual()
                .name("notice")
                .start(() ->
                        Bus.session()
                                .ifPresent(bus -> {
                                    var _ = Notifications.show(bus, title, text);
                                    bus.close();
                                }));
    }

    private void show(Arguments wanted) {
        switch (wanted.shape()) {
            case WHOLE -> frame.raise();
            case MINI -> mini.open(0, 0);
            case HIDDEN -> {} // the tray shows it, or says that it is alone
        }
        intake.start(wanted.files());
        wanted.links().forEach(intake::ask);
    }

    /** Another start has handed its words over. */
    void ring(List<String> words) {
        try {
            show(Arguments.parse(words, Path.of("/")));
        } catch (Arguments.Wrong wrong) {
            LOG.log(System.Logger.Level.WARNING, wrong.getMessage());
        }
    }

    /** What is shown. */
    Models models() {
        return models;
    }

    /** A question is worth nothing in a window that nobody sees. */
    private void attend(boolean asking) {
        if (asking) {
            frame.raise();
        }
    }

    private void mini(int x, int y) {
        mini.toggle(x, y);
    }

    private boolean hasTray() {
        return tray.hosted();
    }

    private void alone() {
        window.withoutTray();
        if (!mini.showing()) {
            frame.keepInReach();
        }
    }

    @Override
    public void close() {
        preferences.keep(frame.sized(preferences.now()));
        tray.close();
        helper.close();
        shelf.close();
        disk.close();
    }
}
