package org.culvert.desktop.link;

import org.culvert.failure.Failure;
import org.culvert.profile.Luggage;
import org.culvert.profile.store.Marks;
import org.culvert.secret.Secret;
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

    /** Looks into files, folders and archives; {@code found} gets the profiles among them. */
    void gather(List<Path> brought, Consumer<List<Path>> found);

    /** Takes what is unpacked already; {@code found} gets its profiles. */
    void bring(Luggage luggage, Consumer<List<Path>> found);

    /** The next reading of {@code file} opens its PKCS#12 file with {@code passphrase}. */
    void unlock(Path file, Secret passphrase);

    /** Reads {@code file} alone. */
    default void inspect(Path file, Consumer<ImportDraft> outcome) {
        inspect(file, Map.of(), outcome);
    }

    /** Leaves files to their owner. */
    void tighten(List<Path> files);

    /** Stores {@code draft} under {@code name}; {@code stored} gets its id. */
    void add(ImportDraft draft, String name, Consumer<String> stored);

    /** Stores {@code draft} in place of the profile {@code id}, which keeps its name and id. */
    void replace(String id, ImportDraft draft, Consumer<String> stored);

    /** Renames a profile; a name that is taken gets a number. */
    void rename(String id, String name);

    /** Keeps what becomes of traffic while the tunnel of a profile is down. */
    void protect(String id, Protection protection);

    /** Keeps what a person has noted on a profile. */
    void mark(String id, Marks marks);

    /** Adds the same profile once more; {@code stored} gets the id of the copy. */
    void duplicate(String id, Consumer<String> stored);

    /** Writes a profile into {@code target}, as it came or with all its parts inside. */
    void export(String id, boolean inlined, Path target);

    /** Removes a profile so that {@link #restore} can bring it back. */
    void remove(String id);

    /** Brings back the profile removed last under {@code id}. */
    void restore(String id);
}
