package org.culvert.desktop.traffic;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** Draws the lines of a picture: both directions with their areas, and the round trips. */
final class LinePainter {
    private static final double LINE = 1.6;
    private static final double FADE = 0.05;
    private static final double BAND = 0.20;

    private final GraphicsContext gc;
    private final Plot plot;
    private final Picture picture;
    private final Ink ink;

    LinePainter(GraphicsContext gc, Plot plot, Picture picture, Ink ink) {
        this.gc = gc;
        this.plot = plot;
        this.picture = picture;
        this.ink = ink;
    }

    void paint() {
        gc.save();
        gc.beginPath();
        gc.rect(0, 0, plot.right(), plot.height());
        gc.clip();
        gc.setLineJoin(StrokeLineJoin.ROUND);
        gc.setLineCap(StrokeLineCap.ROUND);
        for (List<Slice> run : picture.columns().runs()) {
            direction(
                    run,
                    new Side(ink.down(), ink.downFill(), plot.top()),
                    slice -> plot.yDown(picture, slice.meanDown()),
                    slice -> plot.yDown(picture, slice.peakDown()));
            direction(
                    run,
                    new Side(ink.up(), ink.upFill(), plot.bottom()),
                    slice -> plot.yUp(picture, slice.meanUp()),
                    slice -> plot.yUp(picture, slice.peakUp()));
            if (plot.parts().strip()) {
                trips(run);
            }
        }
        gc.restore();
    }

    /** A side of the zero line: its colour, the opacity of its area at the far edge, that edge. */
    private record Side(Color colour, double fill, double edge) {}

    private void direction(
            List<Slice> run,
            Side side,
            ToDoubleFunction<Slice> mean,
            ToDoubleFunction<Slice> peak) {
        area(run, side, mean);
        if (run.stream()
                .anyMatch(s -> Math.abs(peak.applyAsDouble(s) - mean.applyAsDouble(s)) > 1)) {
            band(run, side.colour(), mean, peak);
        }
        gc.setStroke(side.colour());
        gc.setLineWidth(LINE);
        gc.beginPath();
        trace(run, mean);
        gc.stroke();
    }

    private void area(List<Slice> run, Side side, ToDoubleFunction<Slice> mean) {
        Color colour = side.colour();
        gc.setFill(
                new LinearGradient(
                        0,
                        side.edge(),
                        0,
                        plot.zero(),
                        false,
                        CycleMethod.NO_CYCLE,
                        new Stop(0, colour.deriveColor(0, 1, 1, side.fill())),
                        new Stop(1, colour.deriveColor(0, 1, 1, FADE))));
        gc.beginPath();
        gc.moveTo(x(run.getFirst()), plot.zero());
        for (Slice slice : run) {
            gc.lineTo(x(slice), mean.applyAsDouble(slice));
        }
        gc.lineTo(x(run.getLast()), plot.zero());
        gc.closePath();
        gc.fill();
    }

    private void band(
            List<Slice> run,
            Color colour,
            ToDoubleFunction<Slice> mean,
            ToDoubleFunction<Slice> peak) {
        gc.setFill(colour.deriveColor(0, 1, 1, BAND));
        gc.beginPath();
        trace(run, peak);
        for (Slice slice : run.reversed()) {
            gc.lineTo(x(slice), mean.applyAsDouble(slice));
        }
        gc.closePath();
        gc.fill();
    }

    private void trace(List<Slice> run, ToDoubleFunction<Slice> y) {
        gc.moveTo(x(run.getFirst()), y.applyAsDouble(run.getFirst()));
        for (Slice slice : run) {
            gc.lineTo(x(slice), y.applyAsDouble(slice));
        }
    }

    private void trips(List<Slice> run) {
        gc.setStroke(ink.trip());
        gc.setLineWidth(1.3);
        gc.beginPath();
        boolean begun = false;
        for (Slice slice : run) {
            if (slice.trip() >= 0) {
                double y = plot.yTrip(picture, slice.trip());
                if (begun) {
                    gc.lineTo(x(slice), y);
                } else {
                    gc.moveTo(x(slice), y);
                    begun = true;
                }
            }
        }
        gc.stroke();
    }

    private double x(Slice slice) {
        return plot.x(picture.columns(), slice.end());
    }
}
