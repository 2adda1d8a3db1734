package org.culvert.desktop.link;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;

/** Tells when a folder's files have changed, whoever changed them. */
final class FolderWatch {
    private static final System.Logger LOG = System.getLogger("culvert.window");

    private FolderWatch() {}

    /** Runs {@code changed} after each change in {@code folder}, until the folder is gone. */
    static void begin(Path folder, Runnable changed) {
        Thread.ofVirtual().name("folder-watch").start(() -> watch(folder, changed));
    }

    private static void watch(Path folder, Runnable changed) {
        try (WatchService service = FileSystems.getDefault().newWatchService()) {
            var _ =
                    folder.register(
                            service,
                            StandardWatchEventKinds.ENTRY_CREATE,
                            StandardWatchEventKinds.ENTRY_MODIFY,
                            StandardWatchEventKinds.ENTRY_DELETE);
            boolean there = true;
            while (there) {
                WatchKey key = service.take();
                boolean profile = key.pollEvents().stream().anyMatch(FolderWatch::isProfile);
                there = key.reset();
                if (profile) {
                    changed.run();
                }
            }
        } catch (IOException | ClosedWatchServiceException e) {
            LOG.log(System.Logger.Level.INFO, "{0} is not watched: {1}", folder, e.getMessage());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** A file is written beside its place and moved there: only the place counts. */
    private static boolean isProfile(java.nio.file.WatchEvent<?> event) {
        return !String.valueOf(event.context()).endsWith(".new");
    }
}
