package org.culvert.desktop.look;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.scene.Node;
import javafx.util.Duration;

/** Twice a second, while it is followed by a window that shows: numbers never change more often. */
public final class Beat {
    private final LongProperty count = new SimpleLongProperty();
    private final Timeline timeline =
            new Timeline(new KeyFrame(Duration.millis(500), tick -> beat()));

    /** A beat that stands still. */
    public Beat() {
        timeline.setCycleCount(Animation.INDEFINITE);
    }

    /** Runs while {@code node} is seen. */
    public void follow(Node node) {
        Seen.follow(node, timeline::play, timeline::stop);
    }

    /** One beat now: something has changed. */
    public void beat() {
        count.set(count.get() + 1);
    }

    /** Changes with each beat. */
    public ReadOnlyLongProperty count() {
        return count;
    }
}
