package org.culvert.desktop.tray;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.culvert.ipc.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

class IconThemeTest {
    @Test
    void aNameIsGivenOnlyWhereItsFileIsInstalled(@TempDir Path data) throws IOException {
        Path folder = Files.createDirectories(data.resolve("icons/hicolor/symbolic/status"));
        Files.createFile(folder.resolve("org.culvert.Culvert-on-symbolic.svg"));
        var theme = new IconTheme(Map.of("XDG_DATA_DIRS", data.toString(), "HOME", "/nowhere"));

        assertEquals("org.culvert.Culvert-on-symbolic", theme.nameOf(State.ON));
        assertEquals("", theme.nameOf(State.OFF));
    }
}
