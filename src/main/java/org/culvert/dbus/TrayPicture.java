package org.culvert.dbus;

import java.util.List;

/**
 * Everything a tray item shows at one moment.
 *
 * @param urgent it waits for a person
 * @param iconName a name in the icon theme, or empty: then {@code pixmaps} alone count
 * @param pixmaps the icon in all its sizes
 * @param title the first line of the tool tip
 * @param text the second line of the tool tip
 * @param menu the lines of the menu
 */
public record TrayPicture(
        boolean urgent,
        String iconName,
        List<Pixmap> pixmaps,
        String title,
        String text,
        List<MenuEntry> menu) {
    /** Copies its lists. */
    public TrayPicture {
        pixmaps = List.copyOf(pixmaps);
        menu = List.copyOf(menu);
    }
}
