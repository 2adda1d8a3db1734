package org.culvert.desktop.look;

import java.util.Locale;

/** Light or dark. */
public enum Scheme {
    /** Dark on light. */
    LIGHT,
    /** Light on dark. */
    DARK;

    /** Its name in names of files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The style sheet that gives each role its colour. */
    String sheet() {
        return word() + ".css";
    }
}
