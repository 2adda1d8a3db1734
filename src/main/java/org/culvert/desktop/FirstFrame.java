package org.culvert.desktop;

import javafx.scene.Scene;

import org.culvert.desktop.look.Drawn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Tells readers of the finest diary how soon after its start the program was seen. */
final class FirstFrame {
    private static final System.Logger LOG = System.getLogger("culvert.window");

    /** What the kernel counts a start in, on every Linux: 100 a second. */
    private static final int TICK_MILLIS = 10;

    /** Fields between the program's name and its start in {@code /proc/PID/stat}. */
    private static final int BEFORE_START = 19;

    private FirstFrame() {}

    /** Waits for the first frame of {@code scene}. */
    static void of(Scene scene) {
        if (LOG.isLoggable(System.Logger.Level.DEBUG)) {
            Drawn.once(scene, FirstFrame::tell);
        }
    }

    private static void tell() {
        Duration busy = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
        try {
            LOG.log(
                    System.Logger.Level.DEBUG,
                    "first frame after {0} ms, {1} ms of a processor",
                    Long.toString(
                            ageMillis(
                                    Files.readString(Path.of("/proc/self/stat")),
                                    Files.readString(Path.of("/proc/uptime")))),
                    Long.toString(busy.toMillis()));
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "first frame, who knows when: {0}", e.toString());
        }
    }

    /**
     * How old a process is, from the kernel's own clock. The start that Java tells is reckoned from
     * a boot time of whole seconds, so up to a second too early.
     */
    static long ageMillis(String stat, String uptime) {
        String[] behindName = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        long start = Long.parseLong(behindName[BEFORE_START]) * TICK_MILLIS;
        return Math.round(Double.parseDouble(uptime.split(" ", -1)[0]) * 1000) - start;
    }
}
