package org.culvert.desktop.traffic;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** A line through points from left to right, in pixels of the screen. Pure. */
final class Trace {
    private final double[] x;
    private final double[] y;
    private final double[] slope;

    private Trace(double[] x, double[] y) {
        this.x = x;
        this.y = y;
        slope = new double[x.length - 1];
        for (int i = 0; i < slope.length; i++) {
            double wide = x[i + 1] - x[i];
            slope[i] = wide <= 0 ? 0 : (y[i + 1] - y[i]) / wide;
        }
    }

    /** The line through {@code slices}; a single one is a pixel wide. */
    static Trace of(List<Slice> slices, ToDoubleFunction<Slice> x, ToDoubleFunction<Slice> y) {
        int lead = slices.size() == 1 ? 1 : 0;
        double[] across = new double[slices.size() + lead];
        double[] down = new double[across.length];
        for (int i = lead; i < across.length; i++) {
            across[i] = x.applyAsDouble(slices.get(i - lead));
            down[i] = y.applyAsDouble(slices.get(i - lead));
        }
        if (lead == 1) {
            across[0] = across[1] - 1;
            down[0] = down[1];
        }
        return new Trace(across, down);
    }

    double first() {
        return x[0];
    }

    double last() {
        return x[x.length - 1];
    }

    /** The piece that {@code across} is in, sought to the right of the piece {@code from}. */
    int rightward(double across, int from) {
        int piece = from;
        while (piece < slope.length - 1 && x[piece + 1] <= across) {
            piece++;
        }
        return piece;
    }

    /** The piece that {@code across} is in, sought to the left of the piece {@code from}. */
    int leftward(double across, int from) {
        int piece = from;
        while (piece > 0 && x[piece] >= across) {
            piece--;
        }
        return piece;
    }

    /** The height of a piece at {@code across}, or of the straight line that it is part of. */
    double at(double across, int piece) {
        return y[piece] + (across - x[piece]) * slope[piece];
    }

    /** For each piece half the height of a line that is so wide across its way. */
    double[] reaches(double half) {
        double[] reaches = new double[slope.length];
        for (int i = 0; i < reaches.length; i++) {
            reaches[i] = half * Math.sqrt(1 + slope[i] * slope[i]);
        }
        return reaches;
    }

    double upper(int piece) {
        return Math.min(y[piece], y[piece + 1]);
    }

    double lower(int piece) {
        return Math.max(y[piece], y[piece + 1]);
    }
}
