package org.culvert.desktop.look;

import javafx.application.Platform;
import javafx.scene.Scene;

/** Waits until a scene has been drawn for the first time since it was asked. */
public final class Drawn implements Runnable {
    private final Scene scene;
    private final Runnable then;
    private boolean laidOut;

    private Drawn(Scene scene, Runnable then) {
        this.scene = scene;
        this.then = then;
    }

    /** Runs {@code then} once the next frame of {@code scene} is there. */
    public static void once(Scene scene, Runnable then) {
        scene.addPostLayoutPulseListener(new Drawn(scene, then));
        Platform.requestNextPulse();
    }

    /** A pulse begins after the frame of the one before was drawn. */
    @Override
    public void run() {
        if (laidOut) {
            scene.removePostLayoutPulseListener(this);
            then.run();
        }
        laidOut = true;
        Platform.requestNextPulse();
    }
}
