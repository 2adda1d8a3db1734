package org.culvert.dbus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.culvert.dbus.wire.DbusMenu;
import org.culvert.dbus.wire.StatusNotifierItem;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

@SuppressWarnings("NullAway.Init")
class TrayItemTest {
    private static final List<MenuEntry> MENU =
            List.of(
                    new MenuEntry(1, MenuEntry.Kind.TEXT, "Off"),
                    new MenuEntry(2, MenuEntry.Kind.SEPARATOR, ""),
                    new MenuEntry(3, MenuEntry.Kind.ACTION, "Show_traffic"),
                    new MenuEntry(4, MenuEntry.Kind.CHECKED, "Office"),
                    new MenuEntry(5, MenuEntry.Kind.UNCHECKED, "Home"));

    private final BlockingQueue<String> done = new LinkedBlockingQueue<>();
    private PrivateBus daemon;
    private Bus bus;
    private TrayItem item;

    @BeforeEach
    void openItem() throws Exception {
        daemon = new PrivateBus();
        bus = daemon.open();
        item =
                TrayItem.open(bus, "org.culvert.Culvert", picture("Off", MENU), heard())
                        .orElseThrow();
    }

    @AfterEach
    void closeItem() {
        item.close();
        bus.close();
        daemon.close();
    }

    private static TrayPicture picture(String text, List<MenuEntry> menu) {
        Pixmap dot = new Pixmap(1, new byte[] {(byte) 255, 1, 2, 3});
        return new TrayPicture(false, "", List.of(dot), "Culvert", text, menu);
    }

    private TrayItem.Listener heard() {
        return new TrayItem.Listener() {
            @Override
            public void activated(int x, int y) {
                done.add("activated " + x + " " + y);
            }

            @Override
            public void activatedOtherwise() {
                done.add("activated otherwise");
            }

            @Override
            public void chosen(int id) {
                done.add("chosen " + id);
            }

            @Override
            public void hosted(boolean hosted) {
                done.add("hosted " + hosted);
            }
        };
    }

    private String next() throws InterruptedException {
        String what = done.poll(5, TimeUnit.SECONDS);
        return what == null ? "nothing" : what;
    }

    private void awaitDone(String what) throws InterruptedException {
        for (String heard = next(); !heard.equals(what); heard = next()) {
            assertTrue(heard.startsWith("hosted"), heard + " instead of " + what);
        }
    }

    private FakeWatcher watcher(boolean host) throws Exception {
        return new FakeWatcher(daemon.open(), host);
    }

    @Test
    void withoutAWatcherNobodyShowsIt() throws Exception {
        assertEquals("hosted false", next());
    }

    @Test
    void aWatcherThatComesIsTold() throws Exception {
        try (FakeWatcher watcher = watcher(true)) {
            assertTrue(watcher.nextItem().startsWith("org.kde.StatusNotifierItem-"));
            awaitDone("hosted true");
        }
    }

    @Test
    void aWatcherWithoutAHostShowsNothingUntilOneComes() throws Exception {
        try (FakeWatcher watcher = watcher(false)) {
            watcher.nextItem();
            assertEquals("hosted false", next());
            assertEquals("hosted false", next());

            watcher.hostComes();
            assertEquals("hosted true", next());
        }
    }

    @Test
    void itRegistersAgainWhenTheWatcherIsBack() throws Exception {
        try (FakeWatcher first = watcher(true)) {
            first.nextItem();
            awaitDone("hosted true");
        }
        awaitDone("hosted false");
        try (FakeWatcher second = watcher(true)) {
            second.nextItem();
            awaitDone("hosted true");
        }
    }

    @Test
    void aHostReadsEveryProperty() throws Exception {
        try (FakeWatcher watcher = watcher(true)) {
            var read = new ReadItem(watcher.bus(), watcher.nextItem());

            assertEquals("org.culvert.Culvert", read.get("Id"));
            assertEquals("SystemServices", read.get("Category"));
            assertEquals("Active", read.get("Status"));
            assertEquals("Culvert", read.get("Title"));
            assertEquals(false, read.get("ItemIsMenu"));
            assertEquals("/MenuBar", read.get("Menu").toString());
            List<?> pixmaps = (List<?>) read.get("IconPixmap");
            Object[] dot = (Object[]) pixmaps.getFirst();
            assertEquals(1, dot[0]);
            Object[] tip = (Object[]) read.get("ToolTip");
            assertEquals("Culvert", tip[2]);
            assertEquals("Off", tip[3]);
            assertEquals(16, read.all().size());
            assertEquals(new UInt32(3), read.menuProperty("Version"));
        }
    }

    @Test
    void anUnknownPropertyIsRefused() throws Exception {
        try (FakeWatcher watcher = watcher(true)) {
            var read = new ReadItem(watcher.bus(), watcher.nextItem());

            assertThrows(DBusExecutionException.class, () -> read.get("Nothing"));
        }
    }

    @Test
    void theMenuIsReadAndClicked() throws Exception {
        try (FakeWatcher watcher = watcher(true)) {
            var read = new ReadItem(watcher.bus(), watcher.nextItem());

            assertEquals(List.of("(Off)", "-", "Show__traffic", "[Office]", "Home"), read.lines());
            assertEquals(2, read.menu().getGroupProperties(List.of(3, 4), List.of()).size());
            assertEquals("Home", read.menu().getProperty(5, "label").getValue());
            read.click("Home");
            awaitDone("chosen 5");
        }
    }

    @Test
    void aLineOfTextCannotBeClicked() throws Exception {
        try (FakeWatcher watcher = watcher(true)) {
            var read = new ReadItem(watcher.bus(), watcher.nextItem());

            read.click("Off");
            read.menu().event(3, "hovered", new Variant<>(""), new UInt32(0));
            read.menu().event(99, "clicked", new Variant<>(""), new UInt32(0));
            read.click("Home");

            awaitDone("chosen 5");
        }
    }

    @Test
    void clicksArriveWithTheirPlace() throws Exception {
        try (FakeWatcher watcher = watcher(true)) {
            var read = new ReadItem(watcher.bus(), watcher.nextItem());

            read.clicks().activate(7, 9);
            awaitDone("activated 7 9");
            read.clicks().secondaryActivate(0, 0);
            awaitDone("activated otherwise");
        }
    }

    @Test
    void onlyWhatDiffersIsTold() throws Exception {
        try (FakeWatcher watcher = watcher(true)) {
            var read = new ReadItem(watcher.bus(), watcher.nextItem());
            var signals = new LinkedBlockingQueue<String>();
            watcher.bus().onSignal(StatusNotifierItem.NewIcon.class, s -> signals.add("icon"));
            watcher.bus().onSignal(StatusNotifierItem.NewToolTip.class, s -> signals.add("tip"));
            watcher.bus().onSignal(DbusMenu.LayoutUpdated.class, s -> signals.add("layout"));
            watcher.bus()
                    .onSignal(
                            DbusMenu.ItemsPropertiesUpdated.class,
                            s -> signals.add("items " + s.updated().size()));

            item.show(picture("Off", MENU));
            item.show(picture("On", MENU));
            assertEquals("tip", signals.poll(5, TimeUnit.SECONDS));

            var renamed = new java.util.ArrayList<>(MENU);
            renamed.set(0, new MenuEntry(1, MenuEntry.Kind.TEXT, "On"));
            item.show(picture("On", renamed));
            assertEquals("items 1", signals.poll(5, TimeUnit.SECONDS));
            assertEquals("(On)", read.lines().getFirst());

            item.show(picture("On", MENU.subList(0, 3)));
            assertEquals("layout", signals.poll(5, TimeUnit.SECONDS));
            assertEquals(3, read.lines().size());
            assertEquals(new UInt32(2), read.menu().getLayout(0, 0, List.of()).first);
            assertNull(signals.poll());
        }
    }
}
