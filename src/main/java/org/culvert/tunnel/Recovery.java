package org.culvert.tunnel;

import org.culvert.platform.Journal;
import org.culvert.platform.NetworkConfigurator;

import java.util.List;

/** Takes back what a process that was killed has left of itself on this machine. */
public final class Recovery {
    private Recovery() {}

    /** Undoes all that the journal holds, newest first; says what was undone. */
    public static List<String> run(NetworkConfigurator network, Journal journal) {
        return NetworkKeeper.recover(network, journal);
    }
}
