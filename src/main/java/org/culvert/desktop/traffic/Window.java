package org.culvert.desktop.traffic;

/** A stretch of time that the graph can show. */
public enum Window {
    /** One minute. */
    MINUTE(60_000, 4, 100),
    /** Five minutes. */
    FIVE_MINUTES(300_000, 5, 500),
    /** One hour. */
    HOUR(3_600_000, 4, 5000);

    private final int millis;
    private final int parts;
    private final int redrawMillis;

    Window(int millis, int parts, int redrawMillis) {
        this.millis = millis;
        this.parts = parts;
        this.redrawMillis = redrawMillis;
    }

    /** Its length. */
    public int millis() {
        return millis;
    }

    /** How many parts the time axis has. */
    int parts() {
        return parts;
    }

    /** How often a pixel column is due. */
    int redrawMillis() {
        return redrawMillis;
    }
}
