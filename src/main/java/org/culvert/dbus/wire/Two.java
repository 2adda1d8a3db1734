package org.culvert.dbus.wire;

import org.freedesktop.dbus.Tuple;
import org.freedesktop.dbus.annotations.Position;

/** Two values that a call answers with. */
public final class Two<A, B> extends Tuple {
    /** The first one. */
    @Position(0)
    public final A first;

    /** The second one. */
    @Position(1)
    public final B second;

    /** Both. */
    public Two(A first, B second) {
        this.first = first;
        this.second = second;
    }
}
