package org.culvert.desktop.mini;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

import org.junit.jupiter.api.Test;

class PlaceTest {
    private static final Rectangle2D SCREEN = new Rectangle2D(0, 0, 1280, 800);
    private static final Rectangle2D PANEL_ABOVE = new Rectangle2D(0, 30, 1280, 770);
    private static final Rectangle2D PANEL_BELOW = new Rectangle2D(0, 0, 1280, 770);

    @Test
    void itOpensBelowAClickAboveAndAboveAClickBelow() {
        assertEquals(new Point2D(520, 38), Place.of(700, 15, 360, 440, SCREEN, PANEL_ABOVE));
        assertEquals(new Point2D(520, 322), Place.of(700, 790, 360, 440, SCREEN, PANEL_BELOW));
    }

    @Test
    void itStaysOnTheScreen() {
        assertEquals(new Point2D(912, 38), Place.of(1275, 15, 360, 440, SCREEN, PANEL_ABOVE));
        assertEquals(new Point2D(8, 38), Place.of(3, 15, 360, 440, SCREEN, PANEL_ABOVE));
    }

    @Test
    void withoutAPlaceItOpensInTheCornerOfThePanel() {
        assertEquals(new Point2D(912, 38), Place.of(0, 0, 360, 440, SCREEN, PANEL_ABOVE));
        assertEquals(new Point2D(912, 322), Place.of(0, 0, 360, 440, SCREEN, PANEL_BELOW));
    }
}
