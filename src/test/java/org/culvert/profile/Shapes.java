package org.culvert.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Profiles written for the tests, one for each usage of an option or of the grammar. The first line
 * of each says what must become of it: {@code importable}, or {@code draft CODE LINE} and perhaps
 * why that is so although the reference takes the file.
 */
record Shapes(Path file, String verdict, boolean mayRefuse) {
    static final Path FOLDER = Path.of("src/test/resources/org/culvert/profile/shapes");

    static Stream<Shapes> all() throws IOException {
        try (var files = Files.list(FOLDER)) {
            List<Path> found = files.filter(f -> f.toString().endsWith(".ovpn")).sorted().toList();
            return found.stream().map(Shapes::of);
        }
    }

    private static Shapes of(Path file) {
        try (var lines = Files.lines(file)) {
            String head = lines.findFirst().orElseThrow().substring(2);
            String[] words = head.split(" ", 4);
            boolean importable = head.equals("importable");
            return new Shapes(
                    file,
                    importable ? "importable - 0" : String.join(" ", List.of(words).subList(0, 3)),
                    words.length > 3);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return String.valueOf(file.getFileName());
    }
}
