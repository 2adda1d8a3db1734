package org.culvert.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The source files of this project. */
final class Sources {
    private Sources() {}

    /** Main and test. */
    static List<Path> all() throws IOException {
        return below(Path.of("src"));
    }

    /** Main only. */
    static List<Path> main() throws IOException {
        return below(Path.of("src/main/java"));
    }

    private static List<Path> below(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        }
    }
}
