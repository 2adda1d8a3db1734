package org.culvert.profile.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A process that is killed while it writes leaves every profile whole. */
class StoreCrashTest {
    @TempDir private Path folder;

    @RepeatedTest(3)
    void aKilledWriterLeavesAWholeProfile(RepetitionInfo info) throws IOException {
        ProfileStore store = ProfileStore.open(folder);
        String text = "remote vpn.example\n".repeat(5_000);
        StoredProfile profile = store.add("Name", "a.ovpn", text, text, 1);

        killedAfter(10 * info.getCurrentRepetition());

        StoredProfile left = ProfileStore.open(folder).list().getFirst();
        assertEquals(List.of(), store.damaged());
        assertEquals(profile.id(), left.id());
        assertEquals(text, left.inlined());
    }

    private void killedAfter(int writes) throws IOException {
        Process writer =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                classes(),
                                Writing.class.getName(),
                                folder.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (var lines = writer.inputReader()) {
            long seen = lines.lines().limit(writes).count();
            assertEquals(writes, seen);
        } finally {
            writer.destroyForcibly();
        }
        writer.onExit().join();
    }

    private static String classes() {
        return Stream.of("java.class.path", "jdk.module.path")
                .map(key -> System.getProperty(key, ""))
                .filter(path -> !path.isEmpty())
                .collect(Collectors.joining(File.pathSeparator))
                .concat(File.pathSeparator + Path.of("target", "test-classes"));
    }
}
