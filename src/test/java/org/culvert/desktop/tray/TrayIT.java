package org.culvert.desktop.tray;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.Label;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.culvert.dbus.Bus;
import org.culvert.dbus.PrivateBus;
import org.culvert.dbus.ReadItem;
import org.culvert.desktop.Fx;
import org.culvert.desktop.Sample;
import org.culvert.desktop.connection.Connections;
import org.culvert.desktop.connection.Switchboard;
import org.culvert.desktop.link.ProfileCard;
import org.culvert.desktop.look.Look;
import org.culvert.desktop.look.Texts;
import org.culvert.desktop.look.Theme;
import org.culvert.desktop.mini.MiniDeeds;
import org.culvert.desktop.mini.MiniModel;
import org.culvert.desktop.mini.MiniWindow;
import org.culvert.ipc.State;
import org.culvert.spec.Protection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Our item in a real panel: there in time, followed by its icon, clicked, and back again. */
@SuppressWarnings("NullAway.Init")
class TrayIT {
    private static final String OFFICE = "Office";
    private static final String ITEM =
            "org.kde.StatusNotifierItem-" + ProcessHandle.current().pid() + "-1";

    private final Connections connections = new Connections();
    private final ScriptedHelper helper = new ScriptedHelper(connections);
    private final List<ProfileCard> cards = Sample.cards(Locale.ENGLISH);
    private Switchboard board;
    private PrivateBus daemon;
    private Bus bus;
    private Bus eyes;
    private Tray tray;
    private MiniWindow mini;

    @BeforeEach
    void start() throws Exception {
        daemon = new PrivateBus();
        bus = daemon.open();
        eyes = daemon.open();
        Theme theme = Fx.on(Theme::new);
        Look look = Look.of(Texts.of(Locale.ENGLISH), theme, Clock.systemUTC());
        board = new Switchboard(connections, helper, look.clock(), (card, yes, no) -> yes.run());
        var model = new MiniModel(look, connections);
        model.profiles(cards);
        mini = Fx.on(() -> new MiniWindow(look, model, new Mini()));
        tray = new Tray(look, connections, new Deeds(), Fx::run);
        tray.profiles(cards);
        Fx.run(() -> tray.open(Optional.of(bus)));
    }

    @AfterEach
    void end() {
        Fx.run(mini::close);
        Fx.run(tray::close);
        bus.close();
        eyes.close();
        daemon.close();
    }

    @Test
    void aRealPanelShowsItClicksItAndGetsItBack(@TempDir Path home) throws Exception {
        try (var _ = new Panel(home, daemon.address())) {
            awaitRegistered();
            var read = new ReadItem(eyes, ITEM);
            iconFollows(read);
            activateOpensTheMovingGraph(read);
            read.click("Disconnect Office");
            await("off", () -> read.get("Title").equals("Culvert · Not connected"));
        }
        await("unhosted", () -> !tray.hosted());
        try (var _ = new Panel(home, daemon.address())) {
            awaitRegistered();
            screenshot("tray-panel-again");
        }
    }

    /** Within two seconds of the host's appearing on the bus. */
    private void awaitRegistered() {
        await("a watcher", () -> eyes.hasOwner("org.kde.StatusNotifierWatcher"));
        long appeared = System.nanoTime();
        await("hosted", tray::hosted);
        long millis = print("registered %d ms after the host's appearing", appeared);
        assertTrue(millis < 2000, millis + " ms");
    }

    private static long print(String sentence, long since) {
        long millis = (System.nanoTime() - since) / 1_000_000;
        System.out.println("tray: " + sentence.formatted(millis));
        return millis;
    }

    private void iconFollows(ReadItem read) throws IOException {
        int off = icon(read);
        screenshot("tray-panel-off");
        read.click(OFFICE);
        await("connecting", () -> read.get("Title").toString().contains("Connecting"));
        int connecting = icon(read);
        screenshot("tray-panel-connecting");
        Fx.run(() -> helper.tell(OFFICE, State.ON));
        await("on", () -> read.get("Title").toString().startsWith("Office · Connected"));
        int on = icon(read);
        screenshot("tray-panel-on");
        assertNotEquals(off, connecting);
        assertNotEquals(connecting, on);
        assertTrue(read.lines().contains("[Office]"), () -> read.lines().toString());
    }

    private static int icon(ReadItem read) {
        return Arrays.deepHashCode(((List<?>) read.get("IconPixmap")).toArray());
    }

    private void activateOpensTheMovingGraph(ReadItem read) throws IOException {
        long begin = System.currentTimeMillis();
        for (int tenth = 0; tenth < 600; tenth++) {
            long at = begin - 60_000 + tenth * 100L;
            long octets = (long) (300_000 + 250_000 * Math.sin(tenth / 20.0));
            Fx.on(() -> flow(at, octets));
        }
        long clicked = System.nanoTime();
        read.clicks().activate(1240, 17);
        await("the mini window", () -> Fx.on(mini::showing));
        print("mini window shows %d ms after the click", clicked);
        assertEquals("Office", Fx.on(() -> label("#mini-name")));
        await("its numbers", () -> !Fx.on(() -> label(".number")).equals("0"));
        String before = Fx.on(() -> label(".number"));
        Fx.on(() -> flow(System.currentTimeMillis(), 1_200_000));
        await("moving numbers", () -> !Fx.on(() -> label(".number")).equals(before));
        screenshot("tray-mini-open");
    }

    private boolean flow(long millis, long octets) {
        helper.flow(OFFICE, millis, octets);
        return true;
    }

    private static String label(String selector) {
        return Window.getWindows().stream()
                .filter(Stage.class::isInstance)
                .flatMap(window -> window.getScene().getRoot().lookupAll(selector).stream())
                .map(node -> ((Label) node).getText())
                .findFirst()
                .orElse("");
    }

    private static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + 20_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, () -> "never came: " + what);
            Thread.onSpinWait();
        }
    }

    /** The whole screen, once the panel has had time to draw. */
    private static void screenshot(String name) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "screenshots"));
        String line = "sleep 0.7; import -window root " + folder.resolve(name + ".png");
        try {
            new ProcessBuilder("sh", "-c", line).inheritIO().start().waitFor();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private final class Deeds implements TrayDeeds {
        @Override
        public void glance() {}

        @Override
        public void showTraffic(int x, int y) {
            mini.toggle(x, y);
        }

        @Override
        public void open() {}

        @Override
        public void importFile() {}

        @Override
        public void quit() {}

        @Override
        public void toggle(ProfileCard profile) {
            board.toggle(profile);
        }

        @Override
        public void disconnect(String profile) {
            helper.disconnect(profile);
        }

        @Override
        public void reconnect(String profile) {
            helper.reconnect(profile);
        }

        @Override
        public void protect(ProfileCard profile, Protection protection) {}

        @Override
        public void unhosted() {}
    }

    private final class Mini implements MiniDeeds {
        @Override
        public void expand() {}

        @Override
        public void connect(ProfileCard profile) {
            board.connect(profile);
        }

        @Override
        public void disconnect(String profile) {
            helper.disconnect(profile);
        }

        @Override
        public boolean wayBack() {
            return tray.hosted();
        }
    }
}
