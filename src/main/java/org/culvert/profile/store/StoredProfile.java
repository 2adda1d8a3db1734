package org.culvert.profile.store;

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
 */
public record StoredProfile(
        String id,
        String name,
        String file,
        String original,
        String inlined,
        long addedMillis,
        long lastUsedMillis) {
    /** The same under another name. */
    public StoredProfile named(String other) {
        return new StoredProfile(id, other, file, original, inlined, addedMillis, lastUsedMillis);
    }

    /** The same, used at {@code millis}. */
    public StoredProfile usedAt(long millis) {
        return new StoredProfile(id, name, file, original, inlined, addedMillis, millis);
    }
}
