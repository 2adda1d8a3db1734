package org.culvert.desktop.link;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

class FolderWatchTest {
    @TempDir private Path folder;
    private final LinkedBlockingQueue<Boolean> changes = new LinkedBlockingQueue<>();

    @Test
    void aFileInItsPlaceIsToldAndOneBesideItIsNot() throws Exception {
        try (var _ = FolderWatch.begin(folder, () -> changes.add(true))) {
            awaitWatch();

            Path fresh = Files.writeString(folder.resolve("a.json.new"), "{}");
            assertNull(changes.poll(200, TimeUnit.MILLISECONDS));

            Files.move(fresh, folder.resolve("a.json"));
            assertNotNull(changes.poll(10, TimeUnit.SECONDS));
        }
    }

    @Test
    void aClosedWatchTellsNothing() throws Exception {
        FolderWatch watch = FolderWatch.begin(folder, () -> changes.add(true));
        awaitWatch();
        watch.close();

        Files.writeString(folder.resolve("late.json"), "{}");

        assertNull(changes.poll(200, TimeUnit.MILLISECONDS));
    }

    /** Nobody says when the kernel has begun to watch: until a first change is told. */
    private void awaitWatch() throws IOException, InterruptedException {
        Boolean heard = null;
        for (int i = 0; heard == null && i < 100; i++) {
            Files.writeString(folder.resolve("first.json"), "round " + i);
            heard = changes.poll(100, TimeUnit.MILLISECONDS);
        }
        assertNotNull(heard);
        while (heard != null) {
            heard = changes.poll(100, TimeUnit.MILLISECONDS);
        }
    }
}
