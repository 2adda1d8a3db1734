package org.culvert.desktop.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.culvert.client.TestProfiles;
import org.culvert.failure.Failure;
import org.culvert.keys.TestPki;
import org.culvert.profile.store.ProfileStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** How long a thousand profiles take to be there; printed, the budget is 2 s. */
class ManyProfilesTest {
    private static final int MANY = 1_000;

    @TempDir private Path folder;

    private final List<ProfileCard> told = new ArrayList<>();

    @Test
    void aThousandProfilesOpen() throws IOException {
        ProfileStore store = ProfileStore.open(folder);
        String text = TestProfiles.text("redirect-gateway def1");
        for (int i = 0; i < MANY; i++) {
            store.store(TestProfiles.stored(new UUID(0, i), "Server " + i, text));
        }

        long begun = System.nanoTime();
        DiskShelf shelf = open();
        List<ProfileCard> opened = List.copyOf(told);
        Duration took = Duration.ofNanos(System.nanoTime() - begun);

        assertEquals(MANY, opened.size());
        long changed = System.nanoTime();
        shelf.rename(opened.getFirst().id(), "Alpha");
        Duration change = Duration.ofNanos(System.nanoTime() - changed);
        assertEquals("Alpha", told.getFirst().name());
        System.out.printf(
                "%d profiles opened in %d ms (budget 2000 ms), one renamed in %d ms%n",
                MANY, took.toMillis(), change.toMillis());
    }

    private DiskShelf open() throws IOException {
        var shelf =
                new DiskShelf(
                        ProfileStore.open(folder),
                        Locale.ENGLISH,
                        () -> TestPki.NOW,
                        Runnable::run,
                        Runnable::run);
        shelf.open(
                new ProfileShelf.Listener() {
                    @Override
                    public void profiles(List<ProfileCard> profiles) {
                        told.clear();
                        told.addAll(profiles);
                    }

                    @Override
                    public void trouble(Failure failure) {
                        throw new AssertionError(failure.toString());
                    }
                });
        return shelf;
    }
}
