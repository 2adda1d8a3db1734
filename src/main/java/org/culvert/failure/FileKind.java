package org.culvert.failure;

/** What a file that is no profile looks like. */
public enum FileKind {
    /** No octets at all. */
    EMPTY,
    /** A web page, often a sign-in page saved in its place. */
    HTML,
    /** A packed archive. */
    ZIP,
    /** Octets that are no text. */
    BINARY,
    /** Larger than the 1 MiB that a profile may have. */
    TOO_LARGE,
    /** Text without one option that we know. */
    OTHER_TEXT
}
