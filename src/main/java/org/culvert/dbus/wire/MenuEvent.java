package org.culvert.dbus.wire;

import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.annotations.Position;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/** Something that was done to an item of a menu. */
public final class MenuEvent extends Struct {
    /** To which. */
    @Position(0)
    public final int id;

    /** {@code clicked}, {@code hovered}, ... */
    @Position(1)
    public final String kind;

    /** Depends on the kind. */
    @Position(2)
    public final Variant<?> data;

    /** The time of the event. */
    @Position(3)
    public final UInt32 time;

    /** An event. */
    public MenuEvent(int id, String kind, Variant<?> data, UInt32 time) {
        this.id = id;
        this.kind = kind;
        this.data = data;
        this.time = time;
    }
}
