package org.culvert.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.culvert.client.HelperConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** The built launchers as somebody starts them: usage, exit codes, figures of the helper. */
class LaunchersIT {
    private static final Path BIN = Path.of("target/culvert/bin").toAbsolutePath();
    private static final int ROUNDS = 5;

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"--bogus", "--owner anna", "--socket", "--state"})
    void theHelperRefusesArgumentsThatItDoesNotKnow(String arguments) {
        Shell.Result result = Shell.bash(BIN + "/culvert-helper " + arguments);

        assertEquals(2, result.exit(), result.out());
        assertTrue(result.out().contains("usage: culvert-helper [--socket PATH]"), result.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--practice", "--practice --dir d --proto sctp", "--bogus"})
    void theServerRefusesArgumentsThatItDoesNotKnow(String arguments) {
        Shell.Result result = Shell.bash(BIN + "/culvert-server " + arguments);

        assertEquals(2, result.exit(), result.out());
        assertTrue(result.out().contains("usage: culvert-server --practice"), result.out());
    }

    @Test
    void aServerWhoseFolderIsDamagedNamesTheFile() throws IOException {
        Files.writeString(folder.resolve("server.key"), "nothing");

        Shell.Result result = Shell.bash(BIN + "/culvert-server --practice --dir " + folder);

        assertEquals(40, result.exit(), result.out());
        assertTrue(result.out().contains("ca.crt: is missing"), result.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "dance", "--bogus status", "connect", "rename one", "--socket"})
    void theCommandLineRefusesWhatIsNoCommand(String arguments) {
        Shell.Result result = Shell.bash(BIN + "/culvertctl " + arguments);

        assertEquals(2, result.exit(), result.out());
        assertTrue(result.out().contains("culvertctl help"), result.out());
    }

    @ParameterizedTest
    @CsvSource({"help, 0", "status, 50", "disconnect, 50", "stats, 50", "check nothing.ovpn, 40"})
    void theCommandLineEndsWithTheCodesOfTheContract(String arguments, int exit) {
        Shell.Result result =
                Shell.bash(BIN + "/culvertctl --socket " + folder + "/none " + arguments);

        assertEquals(exit, result.exit(), result.out());
    }

    @ParameterizedTest
    @CsvSource({"--help, 0", "--bogus, 2", "'', 60", "--hidden, 60"})
    void theWindowWithoutADisplaySaysSoInOneSentence(String arguments, int exit) {
        Shell.Result result =
                Shell.bash(
                        "env -u DISPLAY CULVERT_JAVA_OPTIONS=-Dculvert.root.allowed=true "
                                + BIN
                                + "/culvert "
                                + arguments);

        assertEquals(exit, result.exit(), result.out());
        assertTrue(exit != 60 || result.out().lines().count() == 1, result.out());
    }

    @Test
    void theWindowRefusesToRunAsRoot() {
        assumeTrue(System.getProperty("user.name").equals("root"), "only root sees this");

        Shell.Result result = Shell.bash(BIN + "/culvert");

        assertEquals(2, result.exit(), result.out());
        assertEquals(1, result.out().lines().count(), result.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"culvert", "culvert-helper", "culvert-server", "culvertctl"})
    void aLauncherWhoseJdkIsGoneSaysTheRemedy(String name) throws IOException {
        Path launcher = folder.resolve(name);
        String text = Files.readString(BIN.resolve(name)).replaceAll("jdk='.*'", "jdk='/gone'");
        Files.writeString(launcher, text);

        Shell.Result result = Shell.run(List.of("sh", launcher.toString()));

        assertEquals(60, result.exit());
        assertTrue(result.out().contains("mvn -q -DskipTests package"), result.out());
    }

    @Test
    void aSecondHelperLeavesTheSocketToTheFirst() throws IOException {
        Process first = helper(folder.resolve("state"));
        try {
            connect();
            Shell.Result second = Shell.run(helperCommand(folder.resolve("state2")));

            assertEquals(50, second.exit(), second.out());
            assertEquals(0, ctl("status").exit(), "the first still answers");
        } finally {
            end(first);
        }
    }

    @Test
    void theHelperIsSoonThereAndSmall() throws IOException {
        var millis = new ArrayList<Long>();
        var kilobytes = new ArrayList<Long>();
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            Process helper = helper(folder.resolve("state"));
            connect();
            millis.add((System.nanoTime() - start) / 1_000_000);
            kilobytes.add(resident(helper));
            end(helper);
        }
        System.out.printf(
                "helper, cold: first reply after %d ms (must 300), resident %d MB (must 100);"
                        + " medians of %d%n",
                median(millis), median(kilobytes) / 1024, ROUNDS);
    }

    @Test
    void theHelperTakesItsSocketAwayWhenItEnds() throws IOException {
        Process helper = helper(folder.resolve("state"));
        connect();

        end(helper);

        assertTrue(Files.notExists(socket()));
    }

    private Path socket() {
        return folder.resolve("helper.sock");
    }

    private Process helper(Path state) {
        return Shell.start(helperCommand(state), folder.resolve("helper.log"));
    }

    private List<String> helperCommand(Path state) {
        return List.of(
                BIN.resolve("culvert-helper").toString(),
                "--socket",
                socket().toString(),
                "--state",
                state.toString());
    }

    /** The helper is of the account that runs this. */
    private Shell.Result ctl(String verb) {
        return Shell.run(
                List.of(
                        "env",
                        "CULVERT_JAVA_OPTIONS=-Dculvert.own.helper.allowed=true",
                        BIN.resolve("culvertctl").toString(),
                        "--socket",
                        socket().toString(),
                        verb));
    }

    /** Until the helper has said hello. */
    private void connect() throws IOException {
        long end = System.nanoTime() + 30_000_000_000L;
        HelperConnection.Result result;
        do {
            LockSupport.parkNanos(2_000_000);
            result = HelperConnection.open(socket(), _ -> {}, _ -> {});
        } while (result instanceof HelperConnection.NotConnected && System.nanoTime() < end);
        assertInstanceOf(HelperConnection.Connected.class, result).connection().close();
    }

    private static void end(Process helper) {
        helper.destroy();
        assertTrue(Shell.eventually(10, () -> !helper.isAlive()));
    }

    private static long resident(Process process) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
