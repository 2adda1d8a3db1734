package org.culvert.desktop.look;

import javafx.beans.property.LongProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.scene.Node;

/** Twice a second, while it is followed by a window that shows: numbers never change more often. */
public final class Beat {
    private static final int PACE_MILLIS = 500;

    private final LongProperty count = new SimpleLongProperty();
    private final Ticker ticker = new Ticker(this::beat);

    /** A beat that stands still. */
    public Beat() {}

    /** Runs while {@code node} is seen. */
    public void follow(Node node) {
        Seen.follow(node, this::begin, ticker::stop);
    }

    /** Much may have happened while nobody looked. */
    private void begin() {
        beat();
        ticker.start(PACE_MILLIS);
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
