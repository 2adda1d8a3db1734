package org.culvert.profile;

/** What becomes of an option of a profile. */
public enum Verdict {
    /** It acts, or will once the engine knows it. */
    USED,
    /** Kept in the text, without effect here. */
    KEPT,
    /** Never honoured: it would run a program or touch what is not the profile's. */
    NEVER,
    /** The profile stays a draft: insecure, or it would never work. */
    REFUSED,
    /** Belongs to a server's file. */
    SERVER,
    /** Nobody knows it. */
    UNKNOWN
}
