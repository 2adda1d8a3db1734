package org.culvert.dbus.wire;

import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.Variant;

import java.util.Map;

/** NetworkManager: one connection that it keeps. */
@DBusInterfaceName("org.freedesktop.NetworkManager.Settings.Connection")
public interface NmConnection extends DBusInterface {
    /** Everything but its secrets, by section and name. */
    @DBusMemberName("GetSettings")
    Map<String, Map<String, Variant<?>>> getSettings();
}
