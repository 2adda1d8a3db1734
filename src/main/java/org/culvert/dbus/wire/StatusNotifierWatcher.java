package org.culvert.dbus.wire;

import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;

/** Brings tray items and the hosts that show them together. */
@DBusInterfaceName("org.kde.StatusNotifierWatcher")
public interface StatusNotifierWatcher extends DBusInterface {
    /** Where every watcher stands. */
    String PATH = "/StatusNotifierWatcher";

    /** An item under the name {@code service} wants to be shown. */
    @DBusMemberName("RegisterStatusNotifierItem")
    void registerStatusNotifierItem(String service);

    /** A host has come. */
    class StatusNotifierHostRegistered extends DBusSignal {
        /** Sent from {@code path}. */
        public StatusNotifierHostRegistered(String path) throws DBusException {
            super(path);
        }
    }

    /** A host has gone. */
    class StatusNotifierHostUnregistered extends DBusSignal {
        /** Sent from {@code path}. */
        public StatusNotifierHostUnregistered(String path) throws DBusException {
            super(path);
        }
    }
}
