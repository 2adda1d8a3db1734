package org.culvert.desktop.traffic;

import javafx.scene.paint.Color;

import org.culvert.desktop.look.Palette;
import org.culvert.desktop.look.Role;

/** The colours of a graph: those of the scheme, or greys for a session that is over. */
record Ink(
        Color down,
        Color up,
        Color trip,
        Color grid,
        Color zero,
        Color label,
        Color card,
        Color text,
        double downFill,
        double upFill) {
    static Ink live(Palette palette) {
        return of(
                palette,
                palette.colour(Role.DOWN),
                palette.colour(Role.UP),
                palette.colour(Role.TRIP),
                0.34,
                0.26);
    }

    static Ink over(Palette palette) {
        Color grey = palette.colour(Role.EDGE);
        return of(palette, grey, grey, grey, 0.16, 0.12);
    }

    private static Ink of(
            Palette palette, Color down, Color up, Color trip, double downFill, double upFill) {
        return new Ink(
                down,
                up,
                trip,
                palette.colour(Role.LINE),
                palette.colour(Role.EDGE),
                palette.colour(Role.FAINT),
                palette.colour(Role.CARD),
                palette.colour(Role.MUTED),
                downFill,
                upFill);
    }
}
