package org.culvert.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.culvert.dbus.Bus;
import org.culvert.dbus.PrivateBus;
import org.culvert.dbus.ReadItem;
import org.culvert.desktop.tray.Panel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The built program in a real panel, on a real helper and a real openvpn: connected, watched and
 * disconnected without its window. It runs as root, while the helper has its own account.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrayLabIT {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final String BIG = "http://10.86.9.1:8000/big";
    private static final long PATIENCE_NANOS = 10_000_000_000L;
    private static final int COLUMNS = 3;
    private static final int FLAT = 6;
    private static final int HIGH = 20;
    private static final int MOVED = 15;

    private Lab lab;
    private Path home;

    @BeforeAll
    void open() throws IOException {
        assumeTrue(Lab.missing().isEmpty(), Lab.missing());
        assumeTrue(System.getenv("DISPLAY") != null, "the tray needs a display");
        Files.createDirectories(PICTURES);
        lab = Lab.open();
        home = Files.createDirectory(lab.folder().resolve("tray-home"));
    }

    @AfterAll
    void close() {
        if (lab != null) {
            lab.close();
        }
    }

    @Test
    void everythingIsDoneFromTheTray() throws Exception {
        Server server = lab.server("tray");
        Path profile = lab.profile("Office", "remote 10.86.0.2 1194 udp");
        String before = lab.network();
        run("culvertctl", "import", profile.toString()).must();
        try (var daemon = new PrivateBus();
                Bus eyes = daemon.open()) {
            Process culvert = start(daemon);
            try {
                use(daemon, eyes, "org.kde.StatusNotifierItem-" + culvert.pid() + "-1");
                assertTrue(Shell.eventually(15, () -> lab.network().equals(before)), lab.network());
            } finally {
                culvert.destroy();
            }
        } finally {
            server.stop();
        }
    }

    private void use(PrivateBus daemon, Bus eyes, String name) throws Exception {
        try (var _ = new Panel(home, daemon.address())) {
            var read = awaitItem(eyes, name);
            await(read, "Culvert · Not connected");
            assertTrue(Shell.eventually(10, () -> read.lines().contains("Office")), this::log);
            read.click("Office");
            await(read, "Office · Connected and checked");
            watch(read);
            read.click("Disconnect Office");
            await(read, "Culvert · Not connected");
        }
        try (var _ = new Panel(home, daemon.address())) {
            var again = awaitItem(eyes, name);
            await(again, "Culvert · Not connected");
            picture("tray-real-again");
        }
    }

    /** Opens the mini window, and fetches ten megabytes while it is looked at. */
    private void watch(ReadItem read) throws IOException {
        read.clicks().activate(1240, 17);
        assertTrue(Shell.eventually(10, TrayLabIT::miniShows), this::log);
        Trace calm = seen("calm", trace -> trace.highest() < FLAT);
        Process fetch = lab.talk("curl -fsS -o /dev/null --limit-rate 2M " + BIG);
        assertTrue(Shell.eventually(15, () -> rates(read).contains("Mbit/s")), () -> rates(read));
        Trace busy = seen("busy", trace -> trace.latest(COLUMNS) > HIGH);
        assertTrue(Shell.eventually(20, () -> !fetch.isAlive()));
        assertTrue(Shell.eventually(10, () -> !rates(read).contains("Mbit/s")), () -> rates(read));
        Trace after = seen("after", trace -> trace.latest(COLUMNS) < FLAT);
        Trace later = seen("later", trace -> trace.due(after) >= MOVED);

        assertTrue(calm.highest() < FLAT, "a hill of " + calm.highest() + " without traffic");
        assertTrue(busy.latest(COLUMNS) > HIGH, "only " + busy.latest(COLUMNS) + " at the right");
        assertTrue(after.latest(COLUMNS) < FLAT, "still " + after.latest(COLUMNS) + " at the end");
        assertTrue(after.onset() < busy.onset(), "the hill stands still");
        assertEquals(later.due(after), after.onset() - later.onset(), 3, "columns since then");
    }

    /** The graph as it is once it looks {@code due}, or after ten seconds. */
    private static Trace seen(String name, Predicate<Trace> due) throws IOException {
        Path picture = PICTURES.resolve("tray-real-" + name + ".png");
        Trace trace = Trace.seen(picture);
        for (long end = trace.nanos() + PATIENCE_NANOS;
                !due.test(trace) && System.nanoTime() < end; ) {
            trace = Trace.seen(picture);
        }
        return trace;
    }

    /** The second line of the tooltip. */
    private static String rates(ReadItem read) {
        return read.get("ToolTip") instanceof Object[] tip ? tip[3].toString() : "";
    }

    private static boolean miniShows() {
        return Shell.bash(
                        "xdotool search --onlyvisible --name '^Culvert$' getwindowgeometry" + " %@")
                .out()
                .contains("360x");
    }

    private static void picture(String name) {
        Shell.bash("sleep 0.7; import -window root " + PICTURES.resolve(name + ".png")).must();
    }

    private ReadItem awaitItem(Bus eyes, String name) throws Exception {
        assertTrue(Shell.eventually(30, () -> eyes.hasOwner(name)), this::log);
        return new ReadItem(eyes, name);
    }

    private void await(ReadItem read, String start) {
        boolean came = Shell.eventually(30, () -> read.get("Title").toString().startsWith(start));
        assertTrue(came, () -> read.get("Title") + " instead of " + start + "\n" + log());
    }

    private String log() {
        return Shell.bash("cat " + lab.folder() + "/culvert.log").out() + lab.helperLog();
    }

    private Shell.Result run(String launcher, String... words) {
        return Shell.bash(
                "HOME=%s %s/program/bin/%s %s"
                        .formatted(home, lab.folder(), launcher, String.join(" ", words)));
    }

    private Process start(PrivateBus daemon) throws IOException {
        var command =
                new ProcessBuilder(
                        lab.folder() + "/program/bin/culvert",
                        "--socket",
                        lab.folder() + "/run/helper.sock",
                        "--hidden");
        command.environment()
                .putAll(
                        Map.of(
                                "HOME",
                                home.toString(),
                                "XDG_RUNTIME_DIR",
                                home.toString(),
                                "LC_ALL",
                                "C.UTF-8",
                                "JDK_JAVA_OPTIONS",
                                "-Dculvert.root.allowed=true",
                                "DBUS_SESSION_BUS_ADDRESS",
                                daemon.address()));
        assertEquals(false, Files.exists(lab.folder().resolve("culvert.log")));
        return command.redirectErrorStream(true)
                .redirectOutput(lab.folder().resolve("culvert.log").toFile())
                .start();
    }
}
