package org.culvert.desktop.tray;

import org.culvert.dbus.Bus;
import org.culvert.dbus.TrayItem;
import org.culvert.dbus.TrayPicture;
import org.culvert.desktop.connection.Connections;
import org.culvert.desktop.link.ProfileCard;
import org.culvert.desktop.look.Look;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Our item in the tray. Everything it reads and does happens on the application thread; everything
 * that crosses the bus on a thread of its own, so that a panel that hangs never stops a window.
 */
public final class Tray implements AutoCloseable {
    private static final String ID = "org.culvert.Culvert";
    private static final int BEAT_MILLIS = 2000;
    private static final System.Logger LOG = System.getLogger("culvert.tray");

    private final TrayModel model;
    private final TrayDeeds deeds;
    private final Executor application;
    private final ScheduledExecutorService line =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("tray").factory());
    private Optional<TrayItem> item = Optional.empty();
    private boolean hosted;
    private boolean told;

    /** A tray without an item yet; {@code application} runs things on the application thread. */
    public Tray(Look look, Connections connections, TrayDeeds deeds, Executor application) {
        this.deeds = deeds;
        this.application = application;
        this.model = new TrayModel(look, connections, new IconTheme(System.getenv()), deeds);
        connections.revision().subscribe(revision -> refresh(TrayModel::changed));
        look.theme().system().subscribe(scheme -> refresh(TrayModel::changed));
    }

    /** Takes all stored profiles, the most used first. */
    public void profiles(List<ProfileCard> profiles) {
        model.profiles(profiles);
        refresh(TrayModel::changed);
    }

    /** Puts the item on the session's bus; without one the tray stays off. Returns at once. */
    public void open(Optional<Bus> session) {
        if (session.isEmpty()) {
            LOG.log(System.Logger.Level.INFO, "no session bus: tray and notifications are off");
            unhosted();
            return;
        }
        TrayPicture first = model.beat();
        line.execute(() -> {
            Optional<TrayItem> opened = TrayItem.open(session.get(), ID, first, new Clicks());
            application.execute(() -> opened(opened));
        });
        var _ =
                line.scheduleAtFixedRate(
                        () -> application.execute(this::beat),
                        BEAT_MILLIS,
                        BEAT_MILLIS,
                        TimeUnit.MILLISECONDS);
    }

    private void opened(Optional<TrayItem> opened) {
        if (line.isShutdown()) {
            opened.ifPresent(TrayItem::close);
            return;
        }
        item = opened;
        refresh(TrayModel::changed);
        if (opened.isEmpty()) {
            unhosted();
        }
    }

    private void beat() {
        if (hosted) {
            deeds.glance();
            refresh(TrayModel::beat);
        }
    }

    private void refresh(Function<TrayModel, TrayPicture> how) {
        item.ifPresent(shown -> {
            TrayPicture picture = how.apply(model);
            line.execute(() -> shown.show(picture));
        });
    }

    /** Whether somebody shows the item now; a window without it must not hide. */
    public boolean hosted() {
        return hosted;
    }

    private void hosted(boolean now) {
        hosted = now;
        if (!now) {
            unhosted();
        }
    }

    private void unhosted() {
        if (!told) {
            told = true;
            deeds.unhosted();
        }
    }

    /** What comes from the bus goes to the application thread. */
    private final class Clicks implements TrayItem.Listener {
        @Override
        public void activated(int x, int y) {
            application.execute(() -> deeds.showTraffic(x, y));
        }

        @Override
        public void activatedOtherwise() {
            application.execute(model::toggle);
        }

        @Override
        public void chosen(int id) {
            application.execute(() -> model.choose(id));
        }

        @Override
        public void hosted(boolean hosted) {
            application.execute(() -> Tray.this.hosted(hosted));
        }
    }

    @Override
    public void close() {
        line.shutdownNow();
        item.ifPresent(TrayItem::close);
        item = Optional.empty();
    }
}
