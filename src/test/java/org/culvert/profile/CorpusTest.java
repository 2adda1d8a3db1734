package org.culvert.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.culvert.failure.Failure;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Profiles of the world, where a collection is at hand ({@code -Dcorpus=FOLDER}). */
class CorpusTest {
    @Test
    void everyPublishedProfileIsJudgedAndNoneBreaksTheReader() throws IOException {
        Path corpus = Path.of(System.getProperty("corpus", "../shared/corpus"));
        assumeTrue(Files.isDirectory(corpus), () -> "no collection of profiles at " + corpus);
        var table = new ArrayList<String>();
        try (var files = Files.walk(corpus)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".ovpn")).sorted().toList()) {
                table.add(verdict(file) + "  " + corpus.relativize(file));
            }
        }
        table.forEach(System.out::println);
        assertTrue(table.size() > 100, () -> "only " + table.size() + " profiles");
    }

    private static String verdict(Path file) {
        return switch (Importer.read(file, List.of())) {
            case Importer.NotImported(Failure failure) -> "refused     " + failure.code().text();
            case Importer.Imported(Profile profile, String _, String inlined) -> {
                assertEquals(profile, reread(profile.file(), inlined), file::toString);
                yield switch (Connecting.of("corpus", profile, true, false)) {
                    case Connecting.Ready _ -> "importable       ";
                    case Connecting.Blocked(Failure failure) ->
                            "draft       " + failure.code().text();
                };
            }
        };
    }

    private static Profile reread(String name, String text) {
        return Profile.read(name, text.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        instanceof Profile.Good(Profile profile)
                ? profile
                : new Profile(name, List.of(), List.of());
    }
}
