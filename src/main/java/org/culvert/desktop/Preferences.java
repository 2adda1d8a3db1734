package org.culvert.desktop;

import org.culvert.desktop.look.Theme;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;

/** The settings in use, and their file, which is written after each change. */
final class Preferences {
    private static final System.Logger LOG = System.getLogger("culvert.window");

    private final Path file;
    private final Theme theme;
    private final Executor disk;
    private Settings now;

    Preferences(Settings now, Path file, Theme theme, Executor disk) {
        this.now = now;
        this.file = file;
        this.theme = theme;
        this.disk = disk;
        theme.choice().set(now.theme());
    }

    Settings now() {
        return now;
    }

    void theme(Theme.Choice choice) {
        theme.choice().set(choice);
        keep(now.themed(choice));
    }

    void language(Optional<String> tag) {
        keep(now.speaking(tag));
    }

    void keep(Settings changed) {
        if (changed.equals(now)) {
            return;
        }
        now = changed;
        disk.execute(() -> write(changed));
    }

    private void write(Settings settings) {
        try {
            settings.write(file);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "settings are not kept: {0}", e.getMessage());
        }
    }
}
