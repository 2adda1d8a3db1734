package org.culvert.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How fast the helper connects, and its memory while busy. Printed, never asserted. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HelperFiguresIT {
    private static final int ROUNDS = 5;

    private Lab lab;

    @BeforeAll
    void open() throws IOException {
        assumeTrue(Lab.missing().isEmpty(), Lab.missing());
        lab = Lab.open();
    }

    @AfterAll
    void close() {
        if (lab != null) {
            lab.close();
        }
    }

    @Test
    void theHelperConnectsFastAndStaysSmallWhileBusy() throws IOException {
        Server server = lab.server("figures");
        Path profile = lab.profile("figures", "remote 10.86.0.2 1194 udp");
        long first = connect(profile);
        var warm = new ArrayList<Long>();
        for (int round = 0; round < ROUNDS; round++) {
            lab.ctl("disconnect").must();
            warm.add(connect(profile));
        }
        long resting = resident();
        long busy = busy();
        lab.ctl("disconnect").must();
        server.stop();
        System.out.printf(
                "helper: first connect after %d ms, warm connect after %d ms (must 150), median of"
                        + " %d; resident %d MB, with one busy tunnel %d MB (must 100)%n",
                first, median(warm), ROUNDS, resting / 1024, busy / 1024);
    }

    /** Milliseconds of a connect, without the start of the command line itself. */
    private long connect(Path profile) {
        long asking = millis("status");
        return millis("connect", profile.toString(), "--wait", "30") - asking;
    }

    private long millis(String... command) {
        long start = System.nanoTime();
        lab.ctl(command).must();
        return (System.nanoTime() - start) / 1_000_000;
    }

    /** Most memory while 100 MB flow. */
    private long busy() throws IOException {
        Process flow =
                lab.talk(
                        "for i in {1..10}; do curl -fsS -o /dev/null http://10.86.9.1:8000/big;"
                                + " done");
        var seen = new ArrayList<Long>();
        assertTrue(
                Shell.eventually(
                        120,
                        () -> {
                            seen.add(resident());
                            return !flow.isAlive();
                        }));
        assertEquals(0, flow.exitValue());
        return seen.stream().mapToLong(Long::longValue).max().orElseThrow();
    }

    private long resident() {
        try {
            return Files.readAllLines(Path.of("/proc/" + lab.helper().pid() + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new IllegalStateException("the helper is gone", e);
        }
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
