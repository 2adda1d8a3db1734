package org.culvert.desktop.tray;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.culvert.dbus.Bus;
import org.culvert.dbus.FakePortal;
import org.culvert.dbus.FakeWatcher;
import org.culvert.dbus.PrivateBus;
import org.culvert.dbus.ReadItem;
import org.culvert.desktop.Fx;
import org.culvert.desktop.Sample;
import org.culvert.desktop.connection.Connections;
import org.culvert.desktop.look.Look;
import org.culvert.desktop.look.Scheme;
import org.culvert.ipc.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

@SuppressWarnings("NullAway.Init")
class TrayTest {
    private final Connections connections = new Connections();
    private final Done done = new Done();
    private PrivateBus daemon;
    private Look look;
    private Tray tray;

    @BeforeEach
    void makeTray() throws Exception {
        daemon = new PrivateBus();
        look = Sample.look(Locale.ENGLISH);
        tray = new Tray(look, connections, done, Fx::run);
        tray.profiles(Sample.cards(Locale.ENGLISH));
    }

    @AfterEach
    void end() {
        Fx.run(tray::close);
        daemon.close();
    }

    private void tell(State state) {
        Fx.run(() -> connections.tell(List.of(Sample.connection("Office", state, 3, null))));
    }

    private static int icon(ReadItem read) {
        return Arrays.deepHashCode(((List<?>) read.get("IconPixmap")).toArray());
    }

    private static void await(String what, java.util.function.BooleanSupplier condition) {
        long end = System.nanoTime() + 5_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, what);
            Thread.onSpinWait();
        }
    }

    @Test
    void theHostReadsTheStateAndClicksItsMenu() throws Exception {
        try (var watcher = new FakeWatcher(daemon.open(), true);
                Bus bus = daemon.open()) {
            Fx.run(() -> tray.open(Optional.of(bus)));
            var read = new ReadItem(watcher.bus(), watcher.nextItem());
            await("hosted", tray::hosted);

            assertEquals("Culvert · Not connected", read.get("Title"));
            int off = icon(read);
            tell(State.ON);
            await("on", () -> read.get("Title").toString().startsWith("Office · Connected"));
            assertNotEquals(off, icon(read));
            read.click("Disconnect Office");
            assertEquals("disconnect Office", done.next());
            read.clicks().activate(900, 20);
            assertEquals("traffic 900 20", done.next());
            tell(State.BLOCKED);
            await("blocked", () -> read.get("Status").equals("NeedsAttention"));
        }
    }

    @Test
    void itIsThereAgainWhenThePanelIs() throws Exception {
        try (Bus bus = daemon.open()) {
            try (var first = new FakeWatcher(daemon.open(), true)) {
                Fx.run(() -> tray.open(Optional.of(bus)));
                first.nextItem();
                await("hosted", tray::hosted);
            }
            assertEquals("unhosted", done.next());
            try (var second = new FakeWatcher(daemon.open(), true)) {
                var read = new ReadItem(second.bus(), second.nextItem());
                assertEquals("Culvert · Not connected", read.get("Title"));
                await("hosted again", tray::hosted);
            }
            assertTrue(done.isEmpty());
        }
    }

    @Test
    void withoutASessionBusItStaysOffAndSaysSoOnce() {
        Fx.run(() -> tray.open(Optional.empty()));

        assertFalse(tray.hosted());
        assertEquals("unhosted", done.next());
        tell(State.ON);
        assertTrue(done.isEmpty());
    }

    @Test
    void theThemeFollowsThePortal() throws Exception {
        try (var portal = new FakePortal(daemon.open(), 1);
                Bus bus = daemon.open()) {
            Session.follow(bus, look.theme(), Fx::run);
            assertEquals(Scheme.DARK, look.theme().scheme().get());

            portal.turn(2);
            await("light", () -> look.theme().scheme().get() == Scheme.LIGHT);
        }
    }
}
