package org.culvert.desktop.traffic;

/** Something that happened to a connection, drawn on its graph. */
public record Mark(long millis, Kind kind) {
    /** What happened. */
    public enum Kind {
        /** The tunnel came up. */
        CONNECTED,
        /** The server fell silent. */
        LOST,
        /** It is back. */
        BACK,
        /** Another server. */
        SERVER_CHANGED
    }
}
