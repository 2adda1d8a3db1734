package org.culvert.dbus.wire;

import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.annotations.Position;
import org.freedesktop.dbus.types.UInt32;

/** A session of a user at this machine. */
public final class SessionStruct extends Struct {
    /** Its name. */
    @Position(0)
    public final String id;

    /** Whose. */
    @Position(1)
    public final UInt32 uid;

    /** His name. */
    @Position(2)
    public final String user;

    /** The seat it is at; empty where at none. */
    @Position(3)
    public final String seat;

    /** Its object. */
    @Position(4)
    public final DBusPath path;

    /** The session {@code id}. */
    public SessionStruct(String id, UInt32 uid, String user, String seat, DBusPath path) {
        this.id = id;
        this.uid = uid;
        this.user = user;
        this.seat = seat;
        this.path = path;
    }
}
