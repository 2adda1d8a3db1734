package org.culvert.platform;

import org.culvert.plan.Undo;

import java.util.List;

/** What must be undone, on stable storage before the change is made. */
public interface Journal {
    /** Adds a record and returns once it is stored. */
    void add(Undo undo) throws PlatformException;

    /** Adds several and returns once all are stored. */
    default void addAll(List<Undo> undos) throws PlatformException {
        for (Undo undo : undos) {
            add(undo);
        }
    }

    /** Takes a record away whose change is undone. */
    void remove(Undo undo) throws PlatformException;

    /** Takes several away. */
    default void removeAll(List<Undo> undos) throws PlatformException {
        for (Undo undo : undos) {
            remove(undo);
        }
    }

    /** All records, oldest first. */
    List<Undo> pending() throws PlatformException;
}
