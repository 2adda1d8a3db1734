package org.culvert.dbus.wire;

import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.annotations.Position;

import java.util.List;

/** Names of properties of one item that are back at their defaults. */
public final class LostProperties extends Struct {
    /** Whose. */
    @Position(0)
    public final int id;

    /** Which. */
    @Position(1)
    public final List<String> names;

    /** Properties that an item no longer has. */
    public LostProperties(int id, List<String> names) {
        this.id = id;
        this.names = List.copyOf(names);
    }
}
