package org.culvert.dbus;

/**
 * One line of the tray's menu.
 *
 * @param id stable over the life of the menu, from 1
 * @param kind what kind of line it is
 * @param label its words as people read them
 */
public record MenuEntry(int id, Kind kind, String label) {
    /** What a line is. */
    public enum Kind {
        /** Says something and cannot be clicked. */
        TEXT,
        /** Does something. */
        ACTION,
        /** Does something, and has a mark now. */
        CHECKED,
        /** Does something, and has no mark now. */
        UNCHECKED,
        /** A line between groups. */
        SEPARATOR
    }

    /** Takes the id 0 for nobody: it is the menu itself. */
    public MenuEntry {
        if (id < 1) {
            throw new IllegalArgumentException("id of an entry: " + id);
        }
    }
}
