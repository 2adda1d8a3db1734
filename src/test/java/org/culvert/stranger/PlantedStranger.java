package org.culvert.stranger;

/** Stands in no room of the house on purpose; {@code ArchitectureTest} must see it. */
public final class PlantedStranger {
    private PlantedStranger() {}
}
