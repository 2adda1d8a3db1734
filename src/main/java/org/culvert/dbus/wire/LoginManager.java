package org.culvert.dbus.wire;

import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.interfaces.DBusInterface;

import java.util.List;

/** systemd-logind: who is logged in. */
@DBusInterfaceName("org.freedesktop.login1.Manager")
public interface LoginManager extends DBusInterface {
    /** All sessions. */
    @DBusMemberName("ListSessions")
    List<SessionStruct> listSessions();
}
