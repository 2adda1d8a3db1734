package org.culvert.dbus.wire;

import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.annotations.Position;
import org.freedesktop.dbus.types.Variant;

import java.util.List;
import java.util.Map;

/** An item of a menu with everything below it. */
public final class MenuNode extends Struct {
    /** Stable; 0 is the menu itself. */
    @Position(0)
    public final int id;

    /** What differs from the defaults. */
    @Position(1)
    public final Map<String, Variant<?>> properties;

    /** Each holds a node. */
    @Position(2)
    public final List<Variant<?>> children;

    /** An item. */
    public MenuNode(int id, Map<String, Variant<?>> properties, List<Variant<?>> children) {
        this.id = id;
        this.properties = Map.copyOf(properties);
        this.children = List.copyOf(children);
    }
}
