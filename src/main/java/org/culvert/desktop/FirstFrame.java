package org.culvert.desktop;

import javafx.application.Platform;
import javafx.scene.Scene;

import java.time.Duration;
import java.time.Instant;

/** Tells readers of the finest diary how soon after its start the program was seen. */
final class FirstFrame implements Runnable {
    private static final System.Logger LOG = System.getLogger("culvert.window");

    private final Scene scene;
    private boolean laidOut;

    private FirstFrame(Scene scene) {
        this.scene = scene;
    }

    /** Waits for the first frame of {@code scene}. */
    static void of(Scene scene) {
        if (LOG.isLoggable(System.Logger.Level.DEBUG)) {
            scene.addPostLayoutPulseListener(new FirstFrame(scene));
        }
    }

    /** A pulse begins after the frame of the one before was drawn. */
    @Override
    public void run() {
        if (laidOut) {
            scene.removePostLayoutPulseListener(this);
            tell();
        }
        laidOut = true;
        Platform.requestNextPulse();
    }

    private static void tell() {
        Instant now = Instant.now();
        Instant start = ProcessHandle.current().info().startInstant().orElse(now);
        Duration busy = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
        LOG.log(
                System.Logger.Level.DEBUG,
                "first frame after {0} ms, {1} ms of a processor",
                Long.toString(Duration.between(start, now).toMillis()),
                Long.toString(busy.toMillis()));
    }
}
