package org.culvert.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Tags and tokens are compared in a time that says nothing (security R59). */
class ConstantTimeTest {
    private static final Pattern HASTY =
            Pattern.compile("Arrays\\.(equals|mismatch|compare)\\(|\\.mismatch\\(");

    @Test
    void noOctetsOfAKeyAreComparedInAHurry() throws IOException {
        var hasty = new ArrayList<Path>();
        for (Path file : Sources.main()) {
            boolean secretive = file.toString().matches(".*/(wire|control|tls|secret)/.*");
            if (secretive && isHasty(Files.readString(file))) {
                hasty.add(file);
            }
        }
        assertEquals(List.of(), hasty);
    }

    @Test
    void aHastyComparisonIsSeen() {
        assertTrue(isHasty("if (Arrays.equals(tag, claimed)) {"));
    }

    private static boolean isHasty(String text) {
        return HASTY.matcher(text).find();
    }
}
