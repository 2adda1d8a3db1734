package org.culvert.dbus;

import org.culvert.dbus.wire.DbusMenu;
import org.culvert.dbus.wire.MenuProperties;
import org.culvert.dbus.wire.StatusNotifierItem;
import org.culvert.dbus.wire.StatusNotifierWatcher;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.Properties;

import java.util.List;
import java.util.Optional;

/**
 * Our item in the tray, with its menu. It registers with every watcher that comes, so it survives a
 * panel that is started again.
 */
public final class TrayItem implements AutoCloseable {
    private static final String WATCHER = "org.kde.StatusNotifierWatcher";

    private final Bus bus;
    private final String name;
    private final ItemObject item;
    private final MenuObject menu;
    private final Listener listener;
    private TrayPicture shown;

    /** What people do to the item. Called on threads of the bus. */
    public interface Listener {
        /** A plain click at a place of the screen; 0, 0 where nobody knows it. */
        void activated(int x, int y);

        /** A click with the middle button. */
        void activatedOtherwise();

        /** An entry of the menu was chosen. */
        void chosen(int id);

        /** Whether somebody shows the item: told once at first, then at each change. */
        void hosted(boolean hosted);
    }

    private TrayItem(Bus bus, String id, TrayPicture first, Listener listener) {
        this.bus = bus;
        this.name = "org.kde.StatusNotifierItem-" + ProcessHandle.current().pid() + "-1";
        this.listener = listener;
        this.shown = first;
        this.item = new ItemObject(id, first, listener);
        this.menu = new MenuObject(first.menu(), listener::chosen);
    }

    /** Puts an item on {@code bus}; empty where the bus refuses. */
    public static Optional<TrayItem> open(
            Bus bus, String id, TrayPicture first, Listener listener) {
        var item = new TrayItem(bus, id, first, listener);
        try {
            item.open();
            return Optional.of(item);
        } catch (DBusException | DBusExecutionException _) {
            return Optional.empty();
        }
    }

    private void open() throws DBusException {
        bus.export(ItemObject.PATH, item);
        bus.export(MenuObject.PATH, menu);
        bus.own(name);
        bus.onOwner(WATCHER, there -> register());
        bus.onSignal(
                StatusNotifierWatcher.StatusNotifierHostRegistered.class, signal -> tellHost());
        bus.onSignal(
                StatusNotifierWatcher.StatusNotifierHostUnregistered.class, signal -> tellHost());
        register();
    }

    private void register() {
        try {
            if (bus.hasOwner(WATCHER)) {
                bus.remote(WATCHER, StatusNotifierWatcher.PATH, StatusNotifierWatcher.class)
                        .registerStatusNotifierItem(name);
            }
        } catch (DBusException | DBusExecutionException _) {
            // it has gone again; the next one is told
        }
        tellHost();
    }

    private void tellHost() {
        listener.hosted(isHosted());
    }

    private boolean isHosted() {
        if (!bus.hasOwner(WATCHER)) {
            return false;
        }
        try {
            Object answer =
                    bus.remote(WATCHER, StatusNotifierWatcher.PATH, Properties.class)
                            .Get(WATCHER, "IsStatusNotifierHostRegistered");
            return Boolean.TRUE.equals(answer);
        } catch (DBusException | DBusExecutionException _) {
            return false;
        }
    }

    /** Shows {@code picture}; only what differs is told to the host. */
    public synchronized void show(TrayPicture picture) {
        TrayPicture before = shown;
        shown = picture;
        item.show(picture);
        try {
            tellIcon(before, picture);
            tellWords(before, picture);
            if (!before.menu().equals(picture.menu())) {
                tellMenu(menu.show(picture.menu()));
            }
        } catch (DBusException e) {
            throw new IllegalStateException("a signal that cannot be sent", e);
        }
    }

    private void tellIcon(TrayPicture before, TrayPicture now) throws DBusException {
        if (!before.iconName().equals(now.iconName()) || !before.pixmaps().equals(now.pixmaps())) {
            bus.emit(new StatusNotifierItem.NewIcon(ItemObject.PATH));
            bus.emit(new StatusNotifierItem.NewAttentionIcon(ItemObject.PATH));
        }
        if (before.urgent() != now.urgent()) {
            bus.emit(new StatusNotifierItem.NewStatus(ItemObject.PATH, ItemObject.status(now)));
        }
    }

    private void tellWords(TrayPicture before, TrayPicture now) throws DBusException {
        boolean title = !before.title().equals(now.title());
        if (title) {
            bus.emit(new StatusNotifierItem.NewTitle(ItemObject.PATH));
        }
        if (title || !before.text().equals(now.text())) {
            bus.emit(new StatusNotifierItem.NewToolTip(ItemObject.PATH));
        }
    }

    private void tellMenu(Optional<List<MenuEntry>> changed) throws DBusException {
        if (changed.isEmpty()) {
            bus.emit(new DbusMenu.LayoutUpdated(MenuObject.PATH, menu.revision(), 0));
            return;
        }
        List<MenuProperties> updated = changed.get().stream().map(MenuObject::describe).toList();
        bus.emit(new DbusMenu.ItemsPropertiesUpdated(MenuObject.PATH, updated, List.of()));
    }

    /** Takes the item away; the bus stays open. */
    @Override
    public void close() {
        try {
            bus.disown(name);
        } catch (DBusException | DBusExecutionException _) {
            // the bus is gone, and the item with it
        }
    }
}
