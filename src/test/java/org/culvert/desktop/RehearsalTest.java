package org.culvert.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.culvert.ipc.Json;
import org.culvert.ipc.Response;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The caches are made with a helper that is played: what it says are words of the protocol. */
class RehearsalTest {
    private static final Path SCRIPT = Path.of("installer", "Rehearsal.java");
    private static final Pattern QUESTION = Pattern.compile("QUESTION =([^;]+);");

    @Test
    void everyLineIsOneOfTheHelpers() throws IOException {
        List<String> lines =
                Files.readAllLines(SCRIPT).stream()
                        .map(String::strip)
                        .filter(line -> line.startsWith("{\"type\":"))
                        .toList();

        assertEquals(7, lines.size());
        for (String line : lines) {
            assertTrue(isWord(line, "null"), line);
            assertTrue(isWord(line, question()), line);
        }
    }

    private static boolean isWord(String line, String question) {
        String said =
                line.replace("@STATE", "needUser")
                        .replace("@PROMPT", question)
                        .replaceAll("@\\w+", "7");
        return Json.read(said.getBytes(StandardCharsets.UTF_8), Response.class).isPresent();
    }

    private static String question() throws IOException {
        var found = QUESTION.matcher(Files.readString(SCRIPT).split("NO_QUESTION", 2)[1]);
        assertTrue(found.find());
        return found.group(1)
                .replaceAll("\"\\s*\\+\\s*\"", "")
                .strip()
                .replaceAll("^\"|\"$", "")
                .replace("\\\"", "\"");
    }
}
