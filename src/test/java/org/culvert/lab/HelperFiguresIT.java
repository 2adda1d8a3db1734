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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How fast the helper connects, and its memory while busy. Printed, never asserted. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HelperFiguresIT {
    private static final int ROUNDS = 5;

    private Lab lab;

    @BeforeAll
    void open() throws IOException {
        assumeTrue(Lab.missing().isEmpty(), Lab.missing());
        lab = Lab.open();
        lab.makeCaches();
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
        Took first = connect(profile);
        var warm = new ArrayList<Took>();
        for (int round = 0; round < ROUNDS; round++) {
            lab.ctl("disconnect").must();
            warm.add(connect(profile));
        }
        long resting = resident();
        long busy = busy();
        lab.ctl("disconnect").must();
        var others = new ArrayList<Long>();
        for (int round = 0; round < ROUNDS; round++) {
            others.add(openvpn(profile));
        }
        server.stop();
        System.out.printf(
                "helper: first connect %s, warm connect %d ms, with the command %d ms (must 150),"
                        + " openvpn itself %d ms, medians of %d; resident %d MB, with one busy"
                        + " tunnel %d MB (must 100)%n",
                first,
                median(warm.stream().map(Took::helper).toList()),
                median(warm.stream().map(Took::command).toList()),
                median(others),
                ROUNDS,
                resting / 1024,
                busy / 1024);
    }

    /**
     * Milliseconds of a connect.
     *
     * @param helper from the request to an answer through the tunnel, as the helper's diary tells
     * @param command the same with the reading of the profile, less the start of the command line
     */
    private record Took(long helper, long command) {
        @Override
        public String toString() {
            return helper + " ms, with the command " + command + " ms";
        }
    }

    private Took connect(Path profile) {
        long asking = millis("status");
        long command = millis("connect", profile.toString(), "--wait", "30") - asking;
        return new Took(said("connected") - said("connecting"), command);
    }

    /** When the diary last told of a state. */
    private long said(String state) {
        var line = Pattern.compile("\"atMillis\":(\\d+).*figures: " + state + "\\b");
        return lab.ctl("--json", "log")
                .must()
                .out()
                .lines()
                .map(line::matcher)
                .filter(Matcher::find)
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .max()
                .orElseThrow();
    }

    private long millis(String... command) {
        long start = System.nanoTime();
        lab.ctl(command).must();
        return (System.nanoTime() - start) / 1_000_000;
    }

    /** Milliseconds from the start of openvpn until it says that it is connected. */
    private long openvpn(Path profile) throws IOException {
        long start = System.nanoTime();
        Process client =
                new ProcessBuilder(
                                "ip",
                                "netns",
                                "exec",
                                "cvlab-c",
                                "openvpn",
                                "--config",
                                "" + profile)
                        .redirectErrorStream(true)
                        .start();
        try (var lines = client.inputReader()) {
            assertTrue(
                    lines.lines().anyMatch(l -> l.contains("Initialization Sequence Completed")));
            return (System.nanoTime() - start) / 1_000_000;
        } finally {
            client.destroy();
            client.onExit().join();
        }
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
