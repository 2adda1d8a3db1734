package org.culvert.dbus.wire;

import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.interfaces.DBusInterface;

import java.util.List;

/** systemd-resolved: which servers answer which names, by network device. */
@DBusInterfaceName("org.freedesktop.resolve1.Manager")
public interface ResolveManager extends DBusInterface {
    /** The servers of a device. */
    @DBusMemberName("SetLinkDNS")
    void setLinkDns(int index, List<ServerStruct> servers);

    /** The names of a device. */
    @DBusMemberName("SetLinkDomains")
    void setLinkDomains(int index, List<DomainStruct> domains);

    /** Whether a device's servers are asked for names of no other device. */
    @DBusMemberName("SetLinkDefaultRoute")
    void setLinkDefaultRoute(int index, boolean yes);

    /** Forgets all that was set for a device. */
    @DBusMemberName("RevertLink")
    void revertLink(int index);
}
