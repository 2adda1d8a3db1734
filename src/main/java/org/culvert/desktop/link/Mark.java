package org.culvert.desktop.link;

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
        /** New keys. */
        KEYS_RENEWED,
        /** Another server. */
        SERVER_CHANGED,
        /** Another network below. */
        NETWORK_CHANGED,
        /** The machine slept. */
        SLEPT
    }
}
