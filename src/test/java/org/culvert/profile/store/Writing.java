package org.culvert.profile.store;

import java.io.IOException;
import java.nio.file.Path;

/** A process that renames one profile over and over until it is killed. */
final class Writing {
    private Writing() {}

    public static void main(String[] args) throws IOException {
        ProfileStore store = ProfileStore.open(Path.of(args[0]));
        StoredProfile profile = store.list().getFirst();
        for (int i = 0; ; i++) {
            store.store(profile.named("Name " + i));
            System.out.println(i);
        }
    }
}
