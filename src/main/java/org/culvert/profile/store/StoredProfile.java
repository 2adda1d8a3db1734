package org.culvert.profile.store;

import org.culvert.spec.Protection;
import org.jspecify.annotations.Nullable;

/**
 * A profile as it lies on the disk.
 *
 * @param id of the file, never shown
 * @param name what people call it
 * @param file the name of the file it came from
 * @param original its text as it was
 * @param inlined its text with all parts in it
 * @param addedMillis when it was added, milliseconds since 1970
 * @param lastUsedMillis when it last connected, 0: never
 * @param unverifiedAccepted a person has agreed to connect although it cannot tell its server
 * @param protection what was chosen for traffic beside its tunnel; files of old do not say
 * @param marks what a person has noted on it; files of old do not say
 */
public record StoredProfile(
        String id,
        String name,
        String file,
        String original,
        String inlined,
        long addedMillis,
        long lastUsedMillis,
        boolean unverifiedAccepted,
        Protection protection,
        Marks marks) {
    /** Protects and has no marks where nothing is said. */
    public StoredProfile(
            String id,
            String name,
            String file,
            String original,
            String inlined,
            long addedMillis,
            long lastUsedMillis,
            boolean unverifiedAccepted,
            @Nullable Protection protection,
            @Nullable Marks marks) {
        this.id = id;
        this.name = name;
        this.file = file;
        this.original = original;
        this.inlined = inlined;
        this.addedMillis = addedMillis;
        this.lastUsedMillis = lastUsedMillis;
        this.unverifiedAccepted = unverifiedAccepted;
        this.protection = protection == null ? Protection.USUAL : protection;
        this.marks = marks == null ? Marks.NONE : marks;
    }

    /** A fresh one, never used. */
    static StoredProfile fresh(
            String id, String name, String file, String original, String inlined, long millis) {
        return new StoredProfile(
                id, name, file, original, inlined, millis, 0, false, Protection.USUAL, Marks.NONE);
    }

    /** The same under another name. */
    public StoredProfile named(String other) {
        return as(id, other, addedMillis, lastUsedMillis);
    }

    /** The same as a profile of its own that was never used. */
    StoredProfile copied(String otherId, String otherName, long millis) {
        return as(otherId, otherName, millis, 0);
    }

    /** The same, used at {@code millis}. */
    public StoredProfile usedAt(long millis) {
        return as(id, name, addedMillis, millis);
    }

    private StoredProfile as(String otherId, String otherName, long added, long used) {
        return new StoredProfile(
                otherId,
                otherName,
                file,
                original,
                inlined,
                added,
                used,
                unverifiedAccepted,
                protection,
                marks);
    }

    /** The same with other contents; a consent to the old ones does not hold for these. */
    public StoredProfile replaced(String newFile, String newOriginal, String newInlined) {
        return new StoredProfile(
                id,
                name,
                newFile,
                newOriginal,
                newInlined,
                addedMillis,
                lastUsedMillis,
                false,
                protection,
                marks);
    }

    /** The same, with the consent to connect although it cannot tell its server. */
    public StoredProfile unverified() {
        return chosen(true, protection, marks);
    }

    /** The same, with another choice for traffic beside its tunnel. */
    public StoredProfile withProtection(Protection other) {
        return chosen(unverifiedAccepted, other, marks);
    }

    /** The same with other marks. */
    public StoredProfile withMarks(Marks others) {
        return chosen(unverifiedAccepted, protection, others);
    }

    private StoredProfile chosen(boolean accepted, Protection otherProtection, Marks otherMarks) {
        return new StoredProfile(
                id,
                name,
                file,
                original,
                inlined,
                addedMillis,
                lastUsedMillis,
                accepted,
                otherProtection,
                otherMarks);
    }

    /** Without the texts, which hold keys. */
    @Override
    public String toString() {
        return "StoredProfile[id=" + id + ", name=" + name + ", file=" + file + "]";
    }
}
