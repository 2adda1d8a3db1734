package org.culvert.dbus.wire;

import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

import java.util.List;
import java.util.Map;

/** Who shows short messages at the edge of the screen. */
@DBusInterfaceName("org.freedesktop.Notifications")
public interface NotificationDaemon extends DBusInterface {
    /** Shows one; an id of 0 replaces none, -1 milliseconds leaves the time to the desktop. */
    @DBusMemberName("Notify")
    @SuppressWarnings("TooManyParameters") // the desktops' own list
    UInt32 show(
            String program,
            UInt32 replaces,
            String icon,
            String summary,
            String body,
            List<String> actions,
            Map<String, Variant<?>> hints,
            int millis);
}
