package org.culvert.dbus.wire;

import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.annotations.Position;
import org.freedesktop.dbus.types.Variant;

import java.util.Map;

/** Properties of one item of a menu. */
public final class MenuProperties extends Struct {
    /** Whose. */
    @Position(0)
    public final int id;

    /** By name. */
    @Position(1)
    public final Map<String, Variant<?>> properties;

    /** The properties of an item. */
    public MenuProperties(int id, Map<String, Variant<?>> properties) {
        this.id = id;
        this.properties = Map.copyOf(properties);
    }
}
