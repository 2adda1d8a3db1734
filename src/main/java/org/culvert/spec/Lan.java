package org.culvert.spec;

/** What becomes of the network around this computer while a full tunnel has all traffic. */
public enum Lan {
    /** Private ranges of the current uplink are reachable: printers, files, other computers. */
    REACHABLE,
    /** Nothing but the tunnel is. */
    CLOSED;

    /** The other of the two. */
    public Lan other() {
        return this == REACHABLE ? CLOSED : REACHABLE;
    }
}
