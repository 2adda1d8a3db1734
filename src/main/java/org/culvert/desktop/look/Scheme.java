package org.culvert.desktop.look;

import java.util.Locale;

/** Light or dark. */
public enum Scheme {
    /** Dark on light. */
    LIGHT,
    /** Light on dark. */
    DARK;

    /** The style class of a scene's root. */
    public String styleClass() {
        return name().toLowerCase(Locale.ROOT);
    }
}
