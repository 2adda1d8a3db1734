package org.culvert.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The app image of {@code mvn -Pimage package}: its three programs start with its own runtime. */
class ImageIT {
    private static final Path BIN = Path.of("target/image/culvert/bin").toAbsolutePath();

    @TempDir private Path folder;

    @Test
    void helperAndCommandLineTalk() {
        Path socket = folder.resolve("helper.sock");
        Process helper =
                Shell.start(
                        List.of(
                                BIN.resolve("culvert-helper").toString(),
                                "--socket",
                                socket.toString(),
                                "--state",
                                folder.resolve("state").toString()),
                        folder.resolve("helper.log"));
        try {
            assertTrue(Shell.eventually(20, () -> Files.exists(socket)));

            Shell.Result status =
                    Shell.bash(BIN + "/culvertctl --socket " + socket + " --json status");

            assertEquals(0, status.exit(), status.out());
            assertTrue(status.out().contains("\"connections\""), status.out());
        } finally {
            helper.destroy();
            Shell.eventually(10, () -> !helper.isAlive());
        }
    }

    @Test
    void theWindowStartsAndSaysItsUsage() {
        Shell.Result usage = Shell.bash("env -u DISPLAY " + BIN + "/culvert --help");

        assertEquals(0, usage.exit(), usage.out());
        assertTrue(usage.out().contains("culvert"), usage.out());
    }

    @Test
    void theProgramsKnowTheirArguments() {
        assertEquals(2, Shell.bash(BIN + "/culvert-helper --bogus").exit());
        assertEquals(2, Shell.bash(BIN + "/culvertctl --bogus").exit());
        assertEquals(2, Shell.bash(BIN + "/culvert --bogus").exit());
    }
}
