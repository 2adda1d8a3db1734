package org.culvert.dbus.wire;

import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.annotations.Position;

/** A domain: completed onto short names too, or for routing only. */
public final class DomainStruct extends Struct {
    /** Its name; a dot means all names. */
    @Position(0)
    public final String name;

    /** Not completed onto short names. */
    @Position(1)
    public final boolean routingOnly;

    /** The domain {@code name}. */
    public DomainStruct(String name, boolean routingOnly) {
        this.name = name;
        this.routingOnly = routingOnly;
    }
}
