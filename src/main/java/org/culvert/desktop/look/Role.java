package org.culvert.desktop.look;

import java.util.Locale;

/** What a colour is for. Views name roles; the sheet of each scheme gives them colours. */
public enum Role {
    /** Background of the window. */
    WINDOW,
    /** Background of the sidebar. */
    SIDE,
    /** Background of cards and fields. */
    CARD,
    /** A selected row. */
    SELECTED,
    /** Hairlines; decoration only. */
    LINE,
    /** Edges of controls. */
    EDGE,
    /** Text. */
    TEXT,
    /** Second text. */
    MUTED,
    /** Third text, on cards only. */
    FAINT,
    /** The one accent. */
    ACCENT,
    /** Text on the accent. */
    ON_ACCENT,
    /** Good. */
    OK,
    /** Needs attention. */
    WARN,
    /** Wrong. */
    BAD,
    /** Received octets. */
    DOWN,
    /** Sent octets. */
    UP,
    /** Round trip. */
    TRIP,
    /** Wash behind OK. */
    OK_WASH,
    /** Wash behind WARN. */
    WARN_WASH,
    /** Wash behind BAD. */
    BAD_WASH;

    /** The looked-up colour in style sheets, for instance {@code -cv-on-accent}. */
    public String css() {
        return "-cv-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
