package org.culvert.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class FirstFrameTest {
    private static final String STAT =
            "4242 (a (b) c) S 1 4242 4242 0 -1 4194560 900 0 0 0 30 4 0 0 20 0 12 0 2926100 1 2";

    @Test
    void theAgeIsTheKernelsWhateverTheProgramIsCalled() {
        assertEquals(1250, FirstFrame.ageMillis(STAT, "29262.25 51234.00\n"));
    }

    @Test
    void thisProcessBeganBeforeNowAndAfterTheMachine() throws IOException {
        String stat = Files.readString(Path.of("/proc/self/stat"));
        String uptime = Files.readString(Path.of("/proc/uptime"));

        long age = FirstFrame.ageMillis(stat, uptime);

        assertTrue(
                age >= 0 && age <= Double.parseDouble(uptime.split(" ", -1)[0]) * 1000, age + "");
    }
}
