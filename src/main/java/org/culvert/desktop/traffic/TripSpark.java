package org.culvert.desktop.traffic;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.shape.StrokeLineJoin;

import org.culvert.desktop.look.Look;
import org.culvert.desktop.look.Palette;
import org.culvert.desktop.look.Role;

import java.util.List;
import java.util.Optional;

/** The round trips of the last minute as one small line without axes. */
public final class TripSpark extends Region {
    private static final int SPAN_MILLIS = 60_000;
    private static final double LEAST_SPAN = 8;
    private static final double EDGE = 1.5;

    private final Look look;
    private final Canvas canvas;

    /** A line of that size in pixels. */
    public TripSpark(Look look, double width, double height) {
        this.look = look;
        canvas = new Canvas(width, height);
        setMinSize(width, height);
        setMaxSize(width, height);
        getChildren().add(canvas);
    }

    /** Draws the last minute of {@code track}. */
    public void show(Optional<Track> track) {
        GraphicsContext gc = canvas.getGraphicsContext2D();
        gc.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        long now = look.now();
        List<Slice> measured =
                track.map(t -> t.history().since(now - SPAN_MILLIS)).orElse(List.of()).stream()
                        .filter(slice -> slice.trip() >= 0)
                        .toList();
        if (measured.size() > 1) {
            gc.setStroke(Palette.of(look.theme().scheme().get()).colour(Role.TRIP));
            gc.setLineWidth(1.3);
            gc.setLineJoin(StrokeLineJoin.ROUND);
            trace(gc, measured, now);
        }
    }

    private void trace(GraphicsContext gc, List<Slice> measured, long now) {
        int least = measured.stream().mapToInt(Slice::trip).min().orElse(0);
        int most = measured.stream().mapToInt(Slice::trip).max().orElse(0);
        double middle = (least + most) / 2.0;
        double span = Math.max(LEAST_SPAN, most - least);
        double height = canvas.getHeight() - 2 * EDGE;
        double[] x = new double[measured.size()];
        double[] y = new double[measured.size()];
        for (int i = 0; i < x.length; i++) {
            Slice slice = measured.get(i);
            x[i] = canvas.getWidth() * (1 - (double) (now - slice.end()) / SPAN_MILLIS);
            y[i] = EDGE + height * (0.5 - (slice.trip() - middle) / span);
        }
        gc.strokePolyline(x, y, x.length);
    }
}
