package org.culvert.server;

import org.culvert.plan.Undo;
import org.culvert.platform.Journal;

import java.util.ArrayList;
import java.util.List;

/**
 * A journal in memory: all that a server changes are addresses and routes of its devices, which the
 * kernel removes with the process.
 */
final class PassingJournal implements Journal {
    private final List<Undo> records = new ArrayList<>();

    @Override
    public void add(Undo undo) {
        records.add(undo);
    }

    @Override
    public void remove(Undo undo) {
        records.remove(undo);
    }

    @Override
    public List<Undo> pending() {
        return List.copyOf(records);
    }
}
