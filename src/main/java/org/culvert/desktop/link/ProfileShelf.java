package org.culvert.desktop.link;

import org.culvert.failure.Failure;
import org.culvert.spec.Protection;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The stored profiles. Calls answer on the application thread; none waits for the disk there. */
public interface ProfileShelf {
    /** Tells {@code listener} all profiles now and after each change, by name. */
    void open(Listener listener);

    /** Who hears of changes. */
    interface Listener {
        /** All stored profiles. */
        void profiles(List<ProfileCard> profiles);

        /** Something could not be stored or read. */
        void trouble(Failure failure);
    }

    /**
     * Reads {@code file} and says what importing it would do; {@code parts} are files that a person
     * has chosen for those that were missing, by the names that the draft gives them.
     */
    void inspect(Path file, Map<String, Path> parts, Consumer<ImportDraft> outcome);

    /** Reads {@code file} alone. */
    default void inspect(Path file, Consumer<ImportDraft> outcome) {
        inspect(file, Map.of(), outcome);
    }

    /** Stores {@code draft} under {@code name}; {@code stored} gets its id. */
    void add(ImportDraft draft, String name, Consumer<String> stored);

    /** Stores {@code draft} in place of the profile {@code id}, which keeps its name and id. */
    void replace(String id, ImportDraft draft, Consumer<String> stored);

    /** Renames a profile; a name that is taken gets a number. */
    void rename(String id, String name);

    /** Keeps what becomes of traffic while the tunnel of a profile is down. */
    void protect(String id, Protection protection);

    /** Removes a profile so that {@link #restore} can bring it back. */
    void remove(String id);

    /** Brings back the profile removed last under {@code id}. */
    void restore(String id);
}
