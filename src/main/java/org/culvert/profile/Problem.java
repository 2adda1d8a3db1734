package org.culvert.profile;

/**
 * Something that a person should know about a line of a profile. Its sentence is in the bundle
 * {@code Problems}, in two languages.
 *
 * @param spot where
 * @param option the option's name, or empty text
 * @param severity how much it matters
 * @param kind which sentence
 * @param detail what stands in the sentence's gap
 */
public record Problem(Spot spot, String option, Severity severity, Kind kind, String detail) {
    /** The line, from 1; 0 where no line applies. */
    public int line() {
        return spot.line();
    }

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
        /** A word of the option has no effect. */
        PARTLY,
        /** Programs named by a profile never run. */
        NEVER_HONOURED,
        /** A program that sets DNS never runs; Culvert sets it itself. */
        DNS_PROGRAM,
        /** The option is not known. */
        UNKNOWN,
        /** The option is not known, but another of nearly that name is. */
        UNKNOWN_MEANT,
        /** An option that looks like protection is not known. */
        UNKNOWN_PROTECTION,
        /** The engine does not do this. */
        NOT_SUPPORTED,
        /** Insecure. */
        INSECURE,
        /** An option of old versions, read as another. */
        OLD,
        /** A version of TLS that is too old is raised. */
        RAISED,
        /** The file sets up a server. */
        SERVER,
        /** An option for servers in the file of a client. */
        SERVER_OPTION,
        /** A part is missing. */
        MISSING,
        /** A file with user name and password is missing; a person is asked. */
        WILL_ASK,
        /** Several blocks are read as one. */
        JOINED,
        /** Two options exclude each other. */
        CONFLICT,
        /** A quote stays open. */
        OPEN_QUOTE,
        /** A backslash stands before a character that it cannot escape. */
        BAD_BACKSLASH,
        /** The same in the path of a file, where it is taken as a letter. */
        BACKSLASH_KEPT,
        /** A comment sign inside a word is a part of it. */
        MARK_KEPT,
        /** A no-break space is taken as a space. */
        NO_BREAK_SPACE,
        /** Quotes or dashes of a word processor. */
        TYPOGRAPHIC,
        /** An inline block has no end. */
        OPEN_BLOCK,
        /** A close tag has no block. */
        STRAY_CLOSE,
        /** A certificate or key stands outside of a block. */
        STRAY_PEM,
        /** The option may not be a block. */
        NOT_INLINE,
        /** A value is none of its kind. */
        BAD_VALUE,
        /** A value is no number; the usual one is used. */
        NO_NUMBER,
        /** A number beyond what works; the nearest one is used. */
        OTHER_NUMBER,
        /** The server is written for an app that disguises traffic. */
        INJECTOR,
        /** The option may not stand here. */
        MISPLACED,
        /** The line is longer than 64 KiB. */
        LINE_TOO_LONG,
        /** A word is longer than 8 KiB. */
        WORD_TOO_LONG,
        /** A line has more than 1024 words. */
        TOO_MANY_WORDS,
        /** The file has more than 4096 options. */
        TOO_MANY_OPTIONS,
        /** The file was not UTF-8 and has been converted. */
        CONVERTED,
        /** There is no remote. */
        NO_REMOTE,
        /** There are more remotes than 256. */
        TOO_MANY_REMOTES,
        /** Neither client nor pull. */
        NOT_A_CLIENT,
        /** Nothing says how to know the server. */
        UNVERIFIED
    }
}
