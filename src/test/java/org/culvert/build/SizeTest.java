package org.culvert.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A method is at most 40 lines, a file at most 400 with a 90th percentile of 200. */
class SizeTest {
    private static final int METHOD = 40;
    private static final int FILE = 400;
    private static final int FILE_P90 = 200;

    @Test
    void noMethodIsLongerThanAScreen() throws IOException {
        assertEquals(List.of(), tooLong(Sources.main()));
    }

    @Test
    void noFileIsLongerThanABreath() throws IOException {
        var sizes = new ArrayList<Integer>();
        var wrong = new ArrayList<Path>();
        for (Path file : Sources.main()) {
            int lines = Files.readAllLines(file).size();
            sizes.add(lines);
            if (lines > FILE) {
                wrong.add(file);
            }
        }
        assertEquals(List.of(), wrong);
        sizes.sort(null);
        int p90 = sizes.get(sizes.size() * 9 / 10);
        assertTrue(p90 <= FILE_P90, "90th percentile of files: " + p90 + " lines");
    }

    @Test
    void aLongMethodIsSeen(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("Long.java");
        Files.writeString(file, "class Long { void a() {" + "\n".repeat(METHOD) + "} }\n");

        assertEquals(1, tooLong(List.of(file)).size());
    }

    private static List<String> tooLong(List<Path> files) throws IOException {
        return MethodSizes.of(files).entrySet().stream()
                .filter(method -> method.getValue() > METHOD)
                .map(method -> method.getKey() + " " + method.getValue())
                .toList();
    }
}
