package org.culvert.dbus.wire;

import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.interfaces.DBusInterface;

import java.util.List;

/** NetworkManager: the connections that it keeps. */
@DBusInterfaceName("org.freedesktop.NetworkManager.Settings")
public interface NmSettings extends DBusInterface {
    /** All connections that the caller may see. */
    @DBusMemberName("ListConnections")
    List<DBusPath> listConnections();
}
