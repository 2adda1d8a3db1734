package org.culvert.platform;

import org.culvert.plan.Change;
import org.culvert.plan.Undo;

import java.util.List;

/** A system that allows no change of its network and keeps no record. */
public record NoNetwork() implements NetworkConfigurator, Journal {
    @Override
    public void apply(Change change, Journal journal) throws PlatformException {
        throw new PlatformException("netlink", 1, "Operation not permitted");
    }

    @Override
    public boolean stands(Change change) {
        return true;
    }

    @Override
    public void undo(Undo undo) {
        // nothing was done
    }

    @Override
    public void add(Undo undo) {
        // nothing is kept
    }

    @Override
    public void remove(Undo undo) {
        // nothing is kept
    }

    @Override
    public List<Undo> pending() {
        return List.of();
    }

    @Override
    public void close() {
        // nothing is open
    }
}
