package org.culvert.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the built window costs an ordinary user: until its first frame, at rest, and with a graph
 * that moves. Printed, never asserted.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WindowFiguresIT {
    private static final int ROUNDS = 5;
    private static final Pattern FRAME =
            Pattern.compile("first frame after (\\d+) ms, (\\d+) ms of");
    private static final String DIARY =
            """
            handlers=java.util.logging.ConsoleHandler
            java.util.logging.ConsoleHandler.level=FINE
            culvert.window.level=FINE
            """;

    private Lab lab;
    private Path home;
    private Path program;

    @BeforeAll
    void open() throws IOException {
        assumeTrue(Lab.missing().isEmpty(), Lab.missing());
        assumeTrue(System.getenv("DISPLAY") != null, "the window needs a display");
        lab = Lab.open();
        home = Files.createDirectory(lab.folder().resolve("figures"));
        Files.writeString(home.resolve("diary.properties"), DIARY);
        Optional<String> cookie = Optional.ofNullable(System.getenv("XAUTHORITY"));
        if (cookie.isPresent()) {
            Files.copy(Path.of(cookie.get()), home.resolve("cookie"));
        }
        Shell.bash("chown -R " + Lab.USER + " " + home).must();
        program = program();
    }

    /** Where it was built, with its cache; a copy with one of its own where nobody may enter. */
    private Path program() {
        Path built = Path.of("target/culvert").toAbsolutePath();
        if (asUser("test", "-r", built + "/culvert.aot").exit() == 0) {
            return built;
        }
        Path copy = lab.folder().resolve("program");
        String java = System.getProperty("java.home") + "/bin/java";
        Shell.bash(java + " installer/Caches.java " + copy + " && chmod -R a+rX " + copy).must();
        return copy;
    }

    @AfterAll
    void close() {
        if (lab != null) {
            lab.close();
        }
    }

    @Test
    void theWindowIsSoonThereAndSmall() throws IOException {
        Server server = lab.server("figures");
        Path profile = lab.profile("Office", "remote 10.86.0.2 1194 udp");
        asUser(program + "/bin/culvertctl", "import", profile.toString()).must();
        var millis = new ArrayList<Long>();
        var busyMillis = new ArrayList<Long>();
        var resting = new ArrayList<Long>();
        for (int round = 0; round < ROUNDS; round++) {
            Process window = window();
            Matcher frame = firstFrame();
            millis.add(Long.parseLong(frame.group(1)));
            busyMillis.add(Long.parseLong(frame.group(2)));
            Shell.bash("sleep 2");
            resting.add(resident(window));
            end(window);
        }
        Busy busy = busy();
        server.stop();
        System.out.printf(
                "window, cold, as uid %s: first frame after %d ms (must 1500), %d ms of a"
                    + " processor, resident %d MB (must 200), %d MB and %d %% of a processor (must"
                    + " 15) with a graph that moves; medians of %d%n",
                uid(),
                median(millis),
                median(busyMillis),
                median(resting) / 1024,
                busy.kilobytes() / 1024,
                busy.percent(),
                ROUNDS);
    }

    private record Busy(long kilobytes, long percent) {}

    /** Connected, while ten megabytes flow through the graph, five seconds long. */
    private Busy busy() throws IOException {
        Process window = window();
        firstFrame();
        asUser(program + "/bin/culvertctl", "connect", "Office", "--wait", "30").must();
        long start = System.nanoTime();
        Duration before = worked(window);
        lab.here("curl -fsS -o /dev/null --limit-rate 2M http://10.86.9.1:8000/big").must();
        long percent = 100 * worked(window).minus(before).toNanos() / (System.nanoTime() - start);
        long kilobytes = resident(window);
        asUser(program + "/bin/culvertctl", "disconnect").must();
        end(window);
        return new Busy(kilobytes, percent);
    }

    private static Duration worked(Process process) {
        return process.info().totalCpuDuration().orElseThrow();
    }

    private Process window() throws IOException {
        Files.deleteIfExists(log());
        return Shell.start(command(program + "/bin/culvert"), log());
    }

    private Path log() {
        return lab.folder().resolve("window.log");
    }

    private Matcher firstFrame() throws IOException {
        assertTrue(
                Shell.eventually(30, () -> said().find()), () -> Shell.bash("cat " + log()).out());
        Matcher said = said();
        assertTrue(said.find());
        return said;
    }

    private Matcher said() {
        return FRAME.matcher(Shell.bash("cat " + log()).out());
    }

    private static void end(Process window) {
        window.destroy();
        assertTrue(Shell.eventually(10, () -> !window.isAlive()));
    }

    /** The launcher becomes the program, so that it has its process. */
    private long resident(Process window) throws IOException {
        List<String> status = Files.readAllLines(Path.of("/proc/" + window.pid() + "/status"));
        assertNotEquals("0", uid());
        assertEquals(uid(), value(status, "Uid:").split("\\s", 2)[0]);
        return Long.parseLong(value(status, "VmRSS:").replaceAll("\\D", ""));
    }

    private static String value(List<String> status, String name) {
        return status.stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()).strip())
                .findFirst()
                .orElseThrow();
    }

    private static String uid() {
        return Shell.bash("id -u " + Lab.USER).must().out().strip();
    }

    private Shell.Result asUser(String... words) {
        return Shell.run(command(words));
    }

    private List<String> command(String... words) {
        var command =
                new ArrayList<>(
                        List.of(
                                "setpriv",
                                "--reuid",
                                Lab.USER,
                                "--regid",
                                Lab.USER,
                                "--clear-groups",
                                "env",
                                "HOME=" + home,
                                "XDG_RUNTIME_DIR=" + home,
                                "XAUTHORITY=" + home + "/cookie",
                                "LC_ALL=C.UTF-8",
                                "CULVERT_SOCKET=" + lab.folder() + "/run/helper.sock",
                                "CULVERT_JAVA_OPTIONS=-Djava.util.logging.config.file="
                                        + home
                                        + "/diary.properties"));
        command.addAll(List.of(words));
        return command;
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
