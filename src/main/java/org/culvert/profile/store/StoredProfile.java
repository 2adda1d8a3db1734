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
        Protection protection) {
    /** Protects where nothing is said. */
    public StoredProfile(
            String id,
            String name,
            String file,
            String original,
            String inlined,
            long addedMillis,
            long lastUsedMillis,
            boolean unverifiedAccepted,
            @Nullable Protection protection) {
        this.id = id;
        this.name = name;
        this.file = file;
        this.original = original;
        this.inlined = inlined;
        this.addedMillis = addedMillis;
        this.lastUsedMillis = lastUsedMillis;
        this.unverifiedAccepted = unverifiedAccepted;
        this.protection = protection == null ? Protection.USUAL : protection;
    }

    /** The same under another name. */
    public StoredProfile named(String other) {
        return new StoredProfile(
                id,
                other,
                file,
                original,
                inlined,
                addedMillis,
                lastUsedMillis,
                unverifiedAccepted,
                protection);
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
                protection);
    }

    /** The same, used at {@code millis}. */
    public StoredProfile usedAt(long millis) {
        return new StoredProfile(
                id,
                name,
                file,
                original,
                inlined,
                addedMillis,
                millis,
                unverifiedAccepted,
                protection);
    }

    /** The same, with the consent to connect although it cannot tell its server. */
    public StoredProfile unverified() {
        return new StoredProfile(
                id, name, file, original, inlined, addedMillis, lastUsedMillis, true, protection);
    }

    /** The same, with another choice for traffic beside its tunnel. */
    public StoredProfile withProtection(Protection other) {
        return new StoredProfile(
                id,
                name,
                file,
                original,
                inlined,
                addedMillis,
                lastUsedMillis,
                unverifiedAccepted,
                other);
    }

    /** Without the texts, which hold keys. */
    @Override
    public String toString() {
        return "StoredProfile[id=" + id + ", name=" + name + ", file=" + file + "]";
    }
}
