package org.culvert.helper;

import javafx.geometry.Side;

/** Reaches the desktop around a corner on purpose; {@code ArchitectureTest} must see it. */
public final class PlantedDetour {
    private PlantedDetour() {}

    /** Looks harmless. */
    public static String around(Corner corner) {
        return corner.toString();
    }

    /** Is not. */
    public record Corner(Side side) {}
}
