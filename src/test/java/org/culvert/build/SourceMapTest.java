package org.culvert.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The documents name classes and packages that exist. */
class SourceMapTest {
    private static final Path ROOT = Path.of("src/main/java/org/culvert");
    private static final Pattern NAME = Pattern.compile("`([a-z]+(?:\\.[a-z]+)*\\.[A-Z]\\w+)`");

    @Test
    void theMapFromTheCSourceLeadsSomewhere() throws IOException {
        List<String> names = names("docs/c-source-map.md");

        assertTrue(names.size() > 40, names::toString);
        assertEquals(List.of(), missing(names));
    }

    @Test
    void theArchitectureNamesWhatIsThere() throws IOException {
        assertEquals(List.of(), missing(names("docs/ARCHITECTURE.md")));
        assertEquals(List.of(), missing(names("docs/PROTOCOL.md")));
    }

    @Test
    void aNameThatLeadsNowhereIsSeen() {
        assertEquals(List.of("tunnel.Nowhere"), missing(List.of("helper.Main", "tunnel.Nowhere")));
    }

    private static List<String> names(String document) throws IOException {
        Stream<MatchResult> found = NAME.matcher(Files.readString(Path.of(document))).results();
        return found.map(match -> match.group(1)).distinct().toList();
    }

    private static List<String> missing(List<String> names) {
        return names.stream()
                .filter(name -> Files.notExists(ROOT.resolve(name.replace('.', '/') + ".java")))
                .toList();
    }
}
