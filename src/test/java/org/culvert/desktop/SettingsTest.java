package org.culvert.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.culvert.desktop.look.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;

class SettingsTest {
    @TempDir private Path folder;

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        var settings = new Settings(Theme.Choice.DARK, Optional.of("zh-CN"), 900, 640);
        settings.write(file());

        assertEquals(settings, Settings.read(file()));
    }

    @Test
    void theFileIsForThisUserAlone() throws IOException {
        Settings.USUAL.write(file());

        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
    }

    @Test
    void withoutAFileAllIsAsUsual() {
        assertEquals(Settings.USUAL, Settings.read(file()));
    }

    @Test
    void whatMakesNoSenseIsAsUsual() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "theme=PINK\nwidth=wide\nheight=-4\nlanguage=\\u00zz");

        assertEquals(Settings.USUAL, Settings.read(file()));
    }

    @Test
    void aWindowIsNeverSmallerThanItsContents() {
        var settings = new Settings(Theme.Choice.SYSTEM, Optional.empty(), 10, 10);

        assertEquals(Settings.MIN_WIDTH, settings.width());
        assertEquals(Settings.MIN_HEIGHT, settings.height());
    }

    @Test
    void foldersAreThoseThatTheUserNames() {
        var places = new Places(Map.of("HOME", "/home/a", "XDG_CONFIG_HOME", "/etc/a"));

        assertEquals(Path.of("/etc/a/culvert"), places.config());
        assertEquals(Path.of("/home/a/.cache/culvert"), places.cache());
        assertEquals(Path.of("/home/a/.local/state/culvert"), places.runtime());
    }

    @Test
    void aFolderThatIsNotWholeIsNotTaken() {
        var places = new Places(Map.of("HOME", "/home/a", "XDG_RUNTIME_DIR", "run"));

        assertEquals(Path.of("/home/a/.local/state/culvert"), places.runtime());
    }

    private Path file() {
        return folder.resolve("culvert/window.properties");
    }
}
