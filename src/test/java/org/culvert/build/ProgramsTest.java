package org.culvert.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the product starts is one program, from one place (security R19). */
class ProgramsTest {
    @Test
    void onlyTheFirewallStartsAProgram() throws IOException {
        var starting = new ArrayList<String>();
        for (Path file : Sources.main()) {
            if (startsAProgram(Files.readString(file))) {
                starting.add(String.valueOf(file.getFileName()));
            }
        }
        assertEquals(List.of("Firewall.java"), starting);
    }

    @Test
    void aProgramThatIsStartedIsSeen() {
        assertTrue(startsAProgram("new ProcessBuilder(\"sh\")"));
        assertTrue(startsAProgram("Runtime.getRuntime().exec(line)"));
    }

    private static boolean startsAProgram(String source) {
        return source.contains("ProcessBuilder") || source.contains(".exec(");
    }
}
