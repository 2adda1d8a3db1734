package org.culvert.dbus.wire;

import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.annotations.Position;

import java.util.List;

/** A tool tip: icon by name, icon as pictures, title, text. */
public final class ToolTipStruct extends Struct {
    /** May be empty. */
    @Position(0)
    public final String iconName;

    /** May be empty. */
    @Position(1)
    public final List<PixmapStruct> pixmaps;

    /** The first line. */
    @Position(2)
    public final String title;

    /** The lines below. */
    @Position(3)
    public final String text;

    /** A tool tip. */
    public ToolTipStruct(String iconName, List<PixmapStruct> pixmaps, String title, String text) {
        this.iconName = iconName;
        this.pixmaps = List.copyOf(pixmaps);
        this.title = title;
        this.text = text;
    }
}
