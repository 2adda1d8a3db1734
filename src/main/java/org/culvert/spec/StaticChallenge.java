package org.culvert.spec;

/**
 * A code that is asked for together with user name and password ({@code static-challenge}).
 *
 * @param text the question, unescaped, 1..1024 characters
 * @param echo what is typed may be seen
 * @param form how code and password become one
 */
public record StaticChallenge(String text, boolean echo, Form form) {
    /** Most characters of a question. */
    public static final int LONGEST = 1024;

    /** Refuses a question that nobody could read. */
    public StaticChallenge {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new IllegalArgumentException("static challenge of " + text.length());
        }
    }

    /** How code and password become one. */
    public enum Form {
        /** Both in base64 behind a mark. */
        SCRV1,
        /** The code behind the password. */
        CONCAT
    }
}
