package org.culvert.desktop.traffic;

import javafx.scene.paint.Color;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** Draws the lines of a picture: both directions with their areas, and the round trips. */
final class LinePainter {
    private static final double LINE = 1.6;
    private static final double TRIP = 1.3;
    private static final double FADE = 0.05;
    private static final double BAND = 0.20;

    private final Raster raster;
    private final double scale;
    private final Plot plot;
    private final Picture picture;
    private final Ink ink;

    /** Draws on {@code raster}, which has {@code scale} pixels for each of the plot's. */
    LinePainter(Raster raster, double scale, Plot plot, Picture picture, Ink ink) {
        this.raster = raster;
        this.scale = scale;
        this.plot = plot;
        this.picture = picture;
        this.ink = ink;
    }

    void paint() {
        raster.clear();
        for (List<Slice> run : picture.columns().runs()) {
            direction(
                    run,
                    fade(ink.down(), ink.downFill(), plot.top()),
                    slice -> plot.yDown(picture, slice.meanDown()),
                    slice -> plot.yDown(picture, slice.peakDown()));
            direction(
                    run,
                    fade(ink.up(), ink.upFill(), plot.bottom()),
                    slice -> plot.yUp(picture, slice.meanUp()),
                    slice -> plot.yUp(picture, slice.peakUp()));
            if (plot.parts().strip()) {
                trips(run);
            }
        }
    }

    /** Of that opacity at the far edge, and nearly clear at the zero line. */
    private Raster.Fade fade(Color colour, double opacity, double edge) {
        return new Raster.Fade(colour, edge * scale, opacity, plot.zero() * scale, FADE);
    }

    private void direction(
            List<Slice> run,
            Raster.Fade fade,
            ToDoubleFunction<Slice> mean,
            ToDoubleFunction<Slice> peak) {
        Trace line = trace(run, mean);
        raster.area(line, plot.zero() * scale, fade);
        if (run.stream()
                .anyMatch(s -> Math.abs(peak.applyAsDouble(s) - mean.applyAsDouble(s)) > 1)) {
            raster.band(trace(run, peak), line, fade.colour().deriveColor(0, 1, 1, BAND));
        }
        raster.line(line, LINE * scale, fade.colour());
    }

    private void trips(List<Slice> run) {
        List<Slice> measured = run.stream().filter(slice -> slice.trip() >= 0).toList();
        if (!measured.isEmpty()) {
            Trace line = trace(measured, slice -> plot.yTrip(picture, slice.trip()));
            raster.line(line, TRIP * scale, ink.trip());
        }
    }

    private Trace trace(List<Slice> run, ToDoubleFunction<Slice> y) {
        return Trace.of(
                run,
                slice -> plot.x(picture.columns(), slice.end()) * scale,
                slice -> y.applyAsDouble(slice) * scale);
    }
}
