package org.culvert.desktop.link;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;

/**
 * Tells when a folder's files have changed, whoever changed them, until it is closed or the folder
 * is gone.
 */
final class FolderWatch implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger("culvert.window");

    private final Path folder;
    private final Runnable changed;
    private final Thread watcher = Thread.ofVirtual().name("folder-watch").unstarted(this::watch);
    private boolean closed;

    private FolderWatch(Path folder, Runnable changed) {
        this.folder = folder;
        this.changed = changed;
    }

    /** Runs {@code changed} after each change in {@code folder}. */
    static FolderWatch begin(Path folder, Runnable changed) {
        var watch = new FolderWatch(folder, changed);
        watch.watcher.start();
        return watch;
    }

    private void watch() {
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
                    tell();
                }
            }
        } catch (IOException | ClosedWatchServiceException e) {
            LOG.log(System.Logger.Level.INFO, "{0} is not watched: {1}", folder, e.getMessage());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void tell() {
        if (!closed) {
            changed.run();
        }
    }

    /** From its return on nothing is told. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        watcher.interrupt();
    }

    /** A file is written beside its place and moved there: only the place counts. */
    private static boolean isProfile(java.nio.file.WatchEvent<?> event) {
        return !String.valueOf(event.context()).endsWith(".new");
    }
}
