package org.culvert.dbus;

import org.culvert.dbus.wire.PixmapStruct;

import java.util.Arrays;

/** A square picture for the tray: four octets a pixel, alpha first, rows from the top. */
public final class Pixmap {
    private final int size;
    private final byte[] argb;

    /** A picture of {@code size} times {@code size} pixels. */
    public Pixmap(int size, byte[] argb) {
        if (argb.length != 4 * size * size) {
            throw new IllegalArgumentException(
                    "octets of a picture of " + size + " pixels: " + argb.length);
        }
        this.size = size;
        this.argb = argb.clone();
    }

    /** Its width and height. */
    public int size() {
        return size;
    }

    /** Alpha, from 0 to 255, of a pixel. */
    public int alpha(int x, int y) {
        return argb[4 * (y * size + x)] & 0xFF;
    }

    PixmapStruct struct() {
        return new PixmapStruct(size, size, argb.clone());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Pixmap pixmap && Arrays.equals(argb, pixmap.argb);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(argb);
    }
}
