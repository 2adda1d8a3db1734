package org.culvert.desktop.traffic;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

import java.util.List;
import java.util.Optional;

/**
 * What the graph shows: a track, a stretch of time, and scales that stay calm. Knows no node; the
 * time comes in.
 */
public final class GraphModel {
    /** No axis ends below this, bits a second. */
    static final double LEAST_TOP = 100_000;

    private static final double LEAST_TRIP = 50;

    private final ObjectProperty<Window> window = new SimpleObjectProperty<>(Window.MINUTE);
    private final ObjectProperty<Optional<Track>> track =
            new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty locked = new SimpleBooleanProperty();
    private final BooleanProperty over = new SimpleBooleanProperty();
    private final AxisTop down = new AxisTop();
    private final AxisTop up = new AxisTop();

    /** A graph of the last minute. */
    public GraphModel() {
        window.subscribe(this::reset);
        track.subscribe(this::reset);
        locked.subscribe(this::reset);
    }

    private void reset() {
        down.reset();
        up.reset();
    }

    /** The stretch of time that is shown. */
    public ObjectProperty<Window> window() {
        return window;
    }

    /** Whose traffic is shown. */
    public ObjectProperty<Optional<Track>> track() {
        return track;
    }

    /** Whether both halves have one scale. */
    public BooleanProperty locked() {
        return locked;
    }

    /** Whether the session is over: then all of it is shown, and stands still. */
    public BooleanProperty over() {
        return over;
    }

    /** The picture that ends {@code now}, {@code pixels} wide; of a session that is over, all. */
    Picture picture(long now, double pixels) {
        if (over.get() && track.get().isPresent()) {
            return whole(track.get().get(), pixels);
        }
        Columns columns =
                track.get()
                        .map(t -> Columns.of(t.history(), window.get(), now, pixels))
                        .orElseGet(
                                () -> Columns.of(List.of(), now - window.get().millis(), now, 1));
        return scaled(columns, now);
    }

    /** The picture of a whole ended session. */
    static Picture whole(Track track, double pixels) {
        List<Slice> slices = track.history().since(0);
        long from = slices.isEmpty() ? 0 : slices.getFirst().start();
        long to = slices.isEmpty() ? 1 : slices.getLast().end();
        long bucket = Columns.bucket((to - from) / Math.max(1, pixels));
        var still = new GraphModel();
        still.track.set(Optional.of(track));
        return still.scaled(Columns.of(slices, from, to, bucket), to);
    }

    private Picture scaled(Columns columns, long now) {
        Highest highest = Highest.of(columns);
        double downAsk = Math.max(Steps.third(highest.down()), Steps.third(LEAST_TOP));
        double upAsk = Math.max(Steps.whole(highest.up()), Steps.whole(LEAST_TOP));
        if (locked.get()) {
            return lockedScales(columns, now, downAsk, highest.up());
        }
        double upTop = up.at(now, upAsk);
        return picture(columns, down.at(now, downAsk), upTop, upTop, highest.trip());
    }

    /** One bit has the same height on both sides of the zero line. */
    private Picture lockedScales(Columns columns, long now, double downAsk, double highestUp) {
        double below = (1 - Picture.ABOVE) / Picture.ABOVE * 3;
        double step = down.at(now, Math.max(downAsk, Steps.third(highestUp / below * 3)));
        return picture(columns, step, step, step * below, Highest.of(columns).trip());
    }

    private Picture picture(
            Columns columns, double downStep, double upStep, double upTop, double trip) {
        return new Picture(
                columns,
                downStep,
                upStep,
                upTop,
                Steps.whole(Math.max(trip, LEAST_TRIP)),
                track.get().map(t -> t.marks(columns.from(), columns.to())).orElse(List.of()));
    }

    /** The highest values of a picture: bits a second, and milliseconds. */
    private record Highest(double down, double up, double trip) {
        static Highest of(Columns columns) {
            double down = 0;
            double up = 0;
            double trip = 0;
            for (List<Slice> run : columns.runs()) {
                for (Slice slice : run) {
                    if (slice.end() > columns.from()) {
                        down = Math.max(down, slice.peakDown() * 8);
                        up = Math.max(up, slice.peakUp() * 8);
                        trip = Math.max(trip, slice.trip());
                    }
                }
            }
            return new Highest(down, up, trip);
        }
    }
}
