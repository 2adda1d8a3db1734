package org.culvert.platform;

import org.culvert.plan.Change;
import org.culvert.plan.Undo;

/** Changes this machine's network, one change at a time (C: {@code networking.h}). */
public interface NetworkConfigurator extends AutoCloseable {
    /** Does one change. Before it, the undo record is handed to the journal. */
    void apply(Change change, Journal journal) throws PlatformException;

    /** Takes back one change; what is already gone is no error. */
    void undo(Undo undo) throws PlatformException;

    /** Whether a change that was made is still in force, read back from the system (R109). */
    boolean stands(Change change) throws PlatformException;

    @Override
    void close();
}
