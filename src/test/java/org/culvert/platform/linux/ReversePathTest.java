package org.culvert.platform.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class ReversePathTest {
    @TempDir Path settings;

    private void device(String name, int filter, int validMark) throws IOException {
        Path folder = Files.createDirectories(settings.resolve(name));
        Files.writeString(folder.resolve("rp_filter"), filter + "\n");
        Files.writeString(folder.resolve("src_valid_mark"), validMark + "\n");
    }

    @ParameterizedTest(name = "all {0}/{1}, uplink {2}/{3}: {4}")
    @CsvSource({
        "0, 0, 0, 0, false",
        "0, 0, 1, 0, true",
        "2, 0, 0, 0, true",
        "1, 0, 1, 0, true",
        "1, 1, 1, 0, false",
        "0, 0, 2, 1, false"
    })
    void theStricterOfBothCountsUnlessMarksAreLookedAt(
            int all, int allMark, int uplink, int uplinkMark, boolean drops) throws IOException {
        device("all", all, allMark);
        device("eth0", uplink, uplinkMark);
        device("lo", 1, 0);
        device("default", 1, 0);

        assertEquals(drops, ReversePath.dropsAnswers(settings));
    }
}
