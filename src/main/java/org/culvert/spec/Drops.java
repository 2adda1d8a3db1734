package org.culvert.spec;

/** What becomes of traffic while a full tunnel that was up is down. */
public enum Drops {
    /** Nothing leaves beside the tunnel. */
    BLOCKED,
    /** It goes the usual way. */
    LET_OUT;

    /** The other of the two. */
    public Drops other() {
        return this == BLOCKED ? LET_OUT : BLOCKED;
    }
}
