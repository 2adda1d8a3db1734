package org.culvert.desktop.traffic;

/** The top of one axis: grows at once, shrinks when ten seconds have not needed it. */
final class AxisTop {
    static final int HOLD_MILLIS = 10_000;

    private double top;
    private double highest;
    private long since;

    /** The top of a picture at {@code now} whose values ask for {@code asked}. */
    double at(long now, double asked) {
        if (asked >= top) {
            top = asked;
            begin(now);
            return top;
        }
        highest = Math.max(highest, asked);
        if (now - since >= HOLD_MILLIS) {
            top = highest;
            begin(now);
        }
        return top;
    }

    private void begin(long now) {
        highest = 0;
        since = now;
    }

    /** Forgets: the next picture is another one. */
    void reset() {
        top = 0;
    }
}
