package org.culvert.dbus.wire;

import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.annotations.Position;

/** A picture: width, height, and ARGB in network order. */
public final class PixmapStruct extends Struct {
    /** Pixels. */
    @Position(0)
    public final int width;

    /** Pixels. */
    @Position(1)
    public final int height;

    /** Four octets a pixel: alpha, red, green, blue. */
    @Position(2)
    public final byte[] argb;

    /** A picture of {@code width} times {@code height} pixels. */
    public PixmapStruct(int width, int height, byte[] argb) {
        this.width = width;
        this.height = height;
        this.argb = argb;
    }
}
