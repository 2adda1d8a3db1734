package org.culvert.dbus.wire;

import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;

/** An item of the tray. What it shows is read as properties. */
@DBusInterfaceName("org.kde.StatusNotifierItem")
public interface StatusNotifierItem extends DBusInterface {
    /** A plain click at a place of the screen; 0, 0 where the host does not know it. */
    @DBusMemberName("Activate")
    void activate(int x, int y);

    /** A click with the middle button. */
    @DBusMemberName("SecondaryActivate")
    void secondaryActivate(int x, int y);

    /** The host asks us to draw a menu; it has ours by dbusmenu. */
    @DBusMemberName("ContextMenu")
    void contextMenu(int x, int y);

    /** The wheel. */
    @DBusMemberName("Scroll")
    void scroll(int delta, String orientation);

    /** The title is another one. */
    class NewTitle extends DBusSignal {
        /** Sent from {@code path}. */
        public NewTitle(String path) throws DBusException {
            super(path);
        }
    }

    /** The icon is another one. */
    class NewIcon extends DBusSignal {
        /** Sent from {@code path}. */
        public NewIcon(String path) throws DBusException {
            super(path);
        }
    }

    /** The icon that asks for attention is another one. */
    class NewAttentionIcon extends DBusSignal {
        /** Sent from {@code path}. */
        public NewAttentionIcon(String path) throws DBusException {
            super(path);
        }
    }

    /** The tool tip is another one. */
    class NewToolTip extends DBusSignal {
        /** Sent from {@code path}. */
        public NewToolTip(String path) throws DBusException {
            super(path);
        }
    }

    /** The status is another one. */
    class NewStatus extends DBusSignal {
        private final String status;

        /** Sent from {@code path}. */
        public NewStatus(String path, String status) throws DBusException {
            super(path, status);
            this.status = status;
        }

        /** The status now. */
        public String status() {
            return status;
        }
    }
}
