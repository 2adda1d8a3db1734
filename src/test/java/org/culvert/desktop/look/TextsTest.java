package org.culvert.desktop.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

class TextsTest {
    private static final Pattern NAMED =
            Pattern.compile("\\b(?:text|get)\\(\\s*\"([a-z]\\w*(?:\\.\\w+)+)\"");
    private static final Pattern PLACE = Pattern.compile("\\{\\d+}");

    private final Texts english = Texts.of(Locale.UK);
    private final Texts chinese = Texts.of(Locale.SIMPLIFIED_CHINESE);

    @Test
    void bothLanguagesHaveTheSameTexts() {
        assertEquals(new TreeSet<>(english.keys()), new TreeSet<>(chinese.keys()));
    }

    @Test
    void bothLanguagesHaveTheSamePlaces() {
        for (String key : english.keys()) {
            assertEquals(places(english.get(key)), places(chinese.get(key)), key);
        }
    }

    @Test
    void everyTextThatAViewNamesIsThere() throws IOException {
        var missing = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java/org/culvert/desktop"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                NAMED.matcher(Files.readString(file))
                        .results()
                        .map(found -> found.group(1))
                        .filter(key -> !english.keys().contains(key))
                        .forEach(missing::add);
            }
        }
        assertEquals(new TreeSet<>(), missing);
    }

    @Test
    void placesAreFilledInAnyOrder() {
        assertEquals("1 h 12 min", english.get("span.hours", 1, 12));
    }

    @Test
    void anUnknownTextIsAFault() {
        assertThrows(IllegalArgumentException.class, () -> english.get("no.such.text"));
    }

    private static List<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).sorted().toList();
    }
}
