package org.culvert.profile;

/**
 * Something that a person should know about a line of a profile. Its sentence is in the bundle
 * {@code Problems}, in two languages.
 *
 * @param line from 1; 0 where no line applies
 * @param option the option's name, or empty text
 * @param severity how much it matters
 * @param kind which sentence
 * @param detail what stands in the sentence's gap
 */
public record Problem(int line, String option, Severity severity, Kind kind, String detail) {
    /** How much it matters. */
    public enum Severity {
        /** Nothing is lost. */
        NOTE,
        /** The line has no effect. */
        WARNING,
        /** The profile cannot connect like this. */
        ERROR
    }

    /** Which sentence. */
    public enum Kind {
        /** The option has no effect in Culvert. */
        KEPT,
        /** Programs named by a profile never run. */
        NEVER_HONOURED,
        /** The option is not known. */
        UNKNOWN,
        /** An option that looks like protection is not known. */
        UNKNOWN_PROTECTION,
        /** The engine does not do this. */
        NOT_SUPPORTED,
        /** Insecure. */
        INSECURE,
        /** The file sets up a server. */
        SERVER,
        /** A part is missing. */
        MISSING,
        /** A quote stays open. */
        OPEN_QUOTE,
        /** A backslash stands before a character that it cannot escape. */
        BAD_BACKSLASH,
        /** An inline block has no end. */
        OPEN_BLOCK,
        /** A value is none of its kind. */
        BAD_VALUE,
        /** The option may not stand here. */
        MISPLACED,
        /** The line is longer than 64 KiB. */
        LINE_TOO_LONG,
        /** The file was not UTF-8 and has been converted. */
        CONVERTED,
        /** There is no remote. */
        NO_REMOTE,
        /** There are more remotes than 256. */
        TOO_MANY_REMOTES
    }
}
