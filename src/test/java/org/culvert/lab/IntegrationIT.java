package org.culvert.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The built launcher makes a double-click on a profile open it, and takes that back. */
class IntegrationIT {
    private static final Path BIN = Path.of("target/culvert/bin").toAbsolutePath();
    private static final String TYPE = "application/x-openvpn-profile";
    private static final String LAUNCHER = "org.culvert.Culvert.desktop";

    @TempDir private Path home;

    @Test
    void theDesktopKnowsTypeAndProgramAndForgetsThemAgain() throws IOException {
        assumeTrue(has("gio") && has("update-mime-database") && has("update-desktop-database"));
        Path profile = Files.writeString(home.resolve("office.ovpn"), "client\n");

        user(BIN + "/culvert --integrate").must();

        assertTrue(user("gio info -a standard::content-type " + profile).out().contains(TYPE));
        String handlers = user("gio mime " + TYPE).out();
        assertTrue(handlers.contains("Default application") && handlers.contains(LAUNCHER));
        assertTrue(user("gio mime x-scheme-handler/openvpn").out().contains(LAUNCHER));

        user(BIN + "/culvert --remove-integration").must();

        assertFalse(user("gio mime " + TYPE).out().contains(LAUNCHER));
        assertFalse(user("gio info -a standard::content-type " + profile).out().contains(TYPE));
        assertEquals(List.of(), left());
    }

    @Test
    void xdgMimeKnowsTheTypeToo() throws IOException {
        assumeTrue(has("xdg-mime") && has("update-mime-database"));
        Path profile = Files.writeString(home.resolve("office.ovpn"), "client\n");

        user(BIN + "/culvert --integrate").must();

        assertEquals(TYPE, user("xdg-mime query filetype " + profile).out().strip());
        assertEquals(LAUNCHER, user("xdg-mime query default " + TYPE).out().strip());
    }

    @Test
    void theLauncherOfTheDesktopStartsThisProgramAndIsValid() throws IOException {
        user(BIN + "/culvert --integrate").must();

        Path entry = home.resolve("share/applications").resolve(LAUNCHER);
        assertTrue(Files.readString(entry).contains("Exec=" + BIN + "/culvert %U\n"));
        assumeTrue(has("desktop-file-validate"));
        assertEquals("", user("desktop-file-validate " + entry).must().out());
    }

    /** Files of ours that are still there. */
    private List<Path> left() throws IOException {
        try (var files = Files.walk(home.resolve("share"))) {
            return files.filter(f -> String.valueOf(f.getFileName()).contains("ulvert")).toList();
        }
    }

    private Shell.Result user(String command) {
        return Shell.bash(
                "export HOME=%1$s XDG_DATA_HOME=%1$s/share XDG_CONFIG_HOME=%1$s/config; %2$s"
                        .formatted(home, command));
    }

    private static boolean has(String program) {
        return Shell.bash("command -v " + program).exit() == 0;
    }
}
