package org.culvert.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code installer/run --headless} for real: however it ends, the machine is as before. */
class RunIT {
    private static final int PATIENCE_SECONDS = 120;

    @TempDir private Path folder;

    private final List<Process> runs = new ArrayList<>();
    private FileChannel turn;
    private String before = "";

    @BeforeEach
    void lookAtTheMachine() throws IOException {
        assumeTrue(Lab.missing().isEmpty(), Lab.missing());
        turn = Lab.takeTurn();
        before = machine();
    }

    @AfterEach
    void theMachineIsAsBefore() throws IOException {
        runs.forEach(Process::destroy);
        if (turn != null) {
            Shell.eventually(20, () -> machine().equals(before));
            turn.close();
            assertEquals(before, machine());
        }
    }

    @Test
    void connectsByTheWindowAndLeavesAPicture() throws IOException {
        Path picture = folder.resolve("run.png");

        Process run = run("--headless", picture.toString());

        assertTrue(Shell.eventually(PATIENCE_SECONDS, () -> !run.isAlive()), this::words);
        assertEquals(0, run.exitValue(), this::words);
        assertTrue(words().contains("ping       answered by 10."), this::words);
        assertTrue(words().contains("fetch      10 MB from http://10."), this::words);
        String colours = Shell.bash("identify -format %k " + picture).must().out().strip();
        assertTrue(Integer.parseInt(colours) > 100, "a blank picture: " + colours);
    }

    /**
     * The interrupt of a Ctrl-C reaches the whole group of the terminal, the others one process.
     */
    @ParameterizedTest
    @CsvSource({"INT, -, 130", "TERM, '', 143", "KILL, '', 137"})
    void aSignalEndsAllOfIt(String signal, String group, int exit) throws IOException {
        Process run = run("--headless", folder.resolve("run.png").toString());
        awaitWords("fetch ");

        Shell.bash("kill -" + signal + " -- " + group + run.pid()).must();

        assertTrue(Shell.eventually(20, () -> !run.isAlive()), this::words);
        assertEquals(exit, run.exitValue(), this::words);
    }

    @Test
    void closingTheWindowEndsAllOfIt() throws IOException {
        assumeTrue(System.getenv("DISPLAY") != null, "the window needs a display");
        Process run = run();
        awaitWords("Double-click Practice");

        assertTrue(Shell.eventually(PATIENCE_SECONDS, () -> closed(run)), this::words);

        assertEquals(0, run.exitValue(), this::words);
    }

    @Test
    void aSecondStartFindsTheFirst() throws IOException {
        Process first = run("--headless", folder.resolve("run.png").toString());
        awaitWords("4 of 6");

        Shell.Result second = Shell.run(List.of("installer/run", "--headless"));

        assertEquals(1, second.exit(), second.out());
        assertTrue(second.out().contains("cause    it runs already"), second.out());
        assertTrue(first.isAlive(), "the first goes on");
        first.destroy();
        assertTrue(Shell.eventually(20, () -> !first.isAlive()));
    }

    @Test
    void whatAKilledRunLeftIsTakenAwayByTheNextStartAndOwnProfilesStay() throws IOException {
        Process killed = run("--headless", folder.resolve("run.png").toString());
        awaitWords("fetch ");
        own("import /run/culvert-try/practice/Practice.ovpn").must();
        String profiles = own("--json list").must().out();
        Shell.bash("kill -9 $(cat /run/culvert-try/agent.pid /run/culvert-try/helper.pid)");
        killed.destroyForcibly();
        assertTrue(Shell.bash("ip netns list").out().contains("culvert-practice"));

        Process next = run("--headless", folder.resolve("next.png").toString());

        assertTrue(Shell.eventually(PATIENCE_SECONDS, () -> !next.isAlive()), this::words);
        assertEquals(0, next.exitValue(), this::words);
        assertTrue(profiles.contains("Practice"), profiles);
        assertEquals(profiles, own("--json list").must().out());
        own("remove Practice").must();
    }

    /** What the person of the user side does with profiles of the own store. */
    private static Shell.Result own(String words) {
        return Shell.bash(
                "setpriv --reuid culvert-guest --regid culvert-guest --clear-groups env -i"
                        + " HOME=/home/culvert-guest /opt/culvert-try/culvert/bin/culvertctl "
                        + words);
    }

    private Process run(String... arguments) {
        var command =
                new ArrayList<>(List.of("env", "--default-signal=INT", "setsid", "installer/run"));
        command.addAll(List.of(arguments));
        Process run = Shell.start(command, folder.resolve("run.log"));
        runs.add(run);
        return run;
    }

    /**
     * Whether {@code run} is over; else its window, where it has come, is asked to close the way
     * Alt+F4 does it. A key pressed before the window manager knows the window is lost, so that a
     * person presses it again.
     */
    private static boolean closed(Process run) {
        Shell.bash(
                "w=$(xdotool search --onlyvisible --name '^Culvert$')"
                        + " && timeout 5 xdotool windowactivate --sync $w"
                        + " && xdotool key alt+F4");
        return Shell.eventually(3, () -> !run.isAlive());
    }

    private void awaitWords(String words) {
        assertTrue(Shell.eventually(PATIENCE_SECONDS, () -> words().contains(words)), this::words);
    }

    private String words() {
        try {
            return Files.readString(folder.resolve("run.log"));
        } catch (IOException _) {
            return "";
        }
    }

    /** Everything that a run may change, but for packages, accounts and the copied program. */
    private static String machine() {
        return Shell.bash(
                        """
                        ip -o addr; ip -4 route show table all; ip -6 route show table all
                        ip rule; ip -6 rule; ls -d /run/netns/culvert-*; nft list ruleset
                        cat /etc/resolv.conf; stat -c '%a %u:%g' /dev/net/tun
                        ls /run /var/lib /tmp | grep 'culvert-run\\|culvert-try'
                        pgrep -af 'culvert-try|parts/agent|Xvfb -displayfd'
                        """)
                .out()
                .replaceAll("(valid|preferred)_lft \\S+|expires \\S+", "");
    }
}
