package org.culvert.desktop.look;

/** The line icons: one path each on a grid of 24, drawn with a stroke of 1.7 and round ends. */
public enum Icon {
    /** A lens. */
    SEARCH("M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13M15.3 15.3L20 20"),
    /** Add. */
    PLUS("M12 5V19M5 12H19"),
    /** Three lines: the menu of the program. */
    MENU("M4 7H20M4 12H20M4 17H20"),
    /** Three dots: the menu of one thing. */
    MORE("M12 5.5V5.51M12 12V12.01M12 18.5V18.51"),
    /** Done. */
    CHECK("M5 12.8L10 17.8L19.5 7"),
    /** Stopped, close. */
    CROSS("M6 6L18 18M18 6L6 18"),
    /** Something to know. */
    WARNING("M12 4L21.5 20H2.5ZM12 10V14.5M12 17.2V17.21"),
    /** A clock. */
    CLOCK("M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 1 0 0-17M12 7.5V12.2L15 14"),
    /** Opens downwards. */
    CHEVRON_DOWN("M6 9.5L12 15.5L18 9.5"),
    /** To received octets. */
    DOWN("M12 4.5V19M6 13L12 19L18 13"),
    /** To sent octets. */
    UP("M12 19.5V5M6 11L12 5L18 11"),
    /** There and back. */
    ROUND_TRIP("M3.5 12H20.5M8 7L3.5 12L8 17M16 7L20.5 12L16 17"),
    /** Asks for an answer each time. */
    LOCK("M6 11H18V20H6ZM8.5 11V8a3.5 3.5 0 0 1 7 0V11"),
    /** A file that comes in. */
    FILE("M5 2.5H14.5L19 7V21.5H5ZM14.5 2.5V7H19M12 10.5V17M9 14.2L12 17.2L15 14.2"),
    /** A stage not reached yet. */
    PENDING("M12 8.4a3.6 3.6 0 1 0 0 7.2a3.6 3.6 0 1 0 0-7.2"),
    /** Larger. */
    EXPAND("M14 4H20V10M20 4L13.5 10.5M10 20H4V14M4 20L10.5 13.5"),
    /** Kept on top. */
    PIN("M9 4H15M10 4V10L7 14H17L14 10V4M12 14V20"),
    /** Among the favourites. */
    STAR("M12 3.8L14.5 9.2L20.4 9.9L16 13.9L17.2 19.7L12 16.8L6.8 19.7L8 13.9L3.6 9.9L9.5 9.2Z"),
    /** Typed text may be seen. */
    EYE(
            "M2.5 12C5 7.5 8.3 5.5 12 5.5S19 7.5 21.5 12C19 16.5 15.7 18.5 12 18.5S5 16.5 2.5 12Z"
                    + "M12 9a3 3 0 1 0 0 6a3 3 0 1 0 0-6"),
    /** Part of a turning circle: something is under way. */
    BUSY("M12 4.5a7.5 7.5 0 1 1-7.1 10");

    private final String path;

    Icon(String path) {
        this.path = path;
    }

    /** The path in SVG's language, on a grid of 24. */
    public String path() {
        return path;
    }
}
