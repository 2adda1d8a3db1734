package org.culvert.desktop.traffic;

import javafx.scene.paint.Color;

import java.util.Arrays;

/**
 * Pixels that lines and areas are drawn on, one column after the other and smooth at their edges.
 * The toolkit's own way, a path on a canvas, costs ten times as much, and ten times a second that
 * is what a window costs. One thread only.
 */
final class Raster {
    /** Each column of pixels is looked at in so many places. */
    private static final int PLACES = 4;

    private final int width;
    private final int height;
    private final int[] pixels;
    private final double[] change;
    private int upper;
    private int lower;

    /** Clear pixels: premultiplied, alpha first. */
    Raster(int width, int height) {
        this.width = width;
        this.height = height;
        pixels = new int[width * height];
        change = new double[height + 2];
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int[] pixels() {
        return pixels;
    }

    void clear() {
        Arrays.fill(pixels, 0);
    }

    /** What a place of a column adds to the column's cover. */
    private interface Place {
        void cover(double across, int piece);
    }

    /** Draws {@code trace}, {@code wide} pixels wide. */
    void line(Trace trace, double wide, Color colour) {
        double half = wide / 2;
        double[] reaches = trace.reaches(half);
        columns(
                trace,
                solid(colour),
                (across, piece) -> stroke(trace, half, reaches, across, piece));
    }

    /** All pieces within reach of a place are one stroke there, for each ends where one begins. */
    private void stroke(Trace trace, double half, double[] reaches, double across, int piece) {
        double top = height;
        double bottom = 0;
        int end = trace.rightward(across + half, piece);
        for (int i = trace.leftward(across - half, piece); i <= end; i++) {
            double y = trace.at(across, i);
            top = Math.min(top, Math.max(y - reaches[i], trace.upper(i) - half));
            bottom = Math.max(bottom, Math.min(y + reaches[i], trace.lower(i) + half));
        }
        span(top, bottom);
    }

    /** Fills between {@code trace} and the height {@code base}. */
    void area(Trace trace, double base, Fade fade) {
        columns(
                trace,
                fade.rows(height),
                (across, piece) -> {
                    double y = trace.at(across, piece);
                    span(Math.min(y, base), Math.max(y, base));
                });
    }

    /** Fills between two lines over the same points. */
    void band(Trace one, Trace other, Color colour) {
        columns(
                one,
                solid(colour),
                (across, piece) -> {
                    double y = one.at(across, piece);
                    double z = other.at(across, piece);
                    span(Math.min(y, z), Math.max(y, z));
                });
    }

    private void columns(Trace trace, int[] rows, Place place) {
        int piece = 0;
        int last = (int) Math.min(width, Math.ceil(trace.last()));
        for (int column = (int) Math.max(0, Math.floor(trace.first())); column < last; column++) {
            upper = height;
            lower = 0;
            for (int i = 0; i < PLACES; i++) {
                double across = column + (i + 0.5) / PLACES;
                if (across >= trace.first() && across <= trace.last()) {
                    piece = trace.rightward(across, piece);
                    place.cover(across, piece);
                }
            }
            blend(column, rows);
        }
    }

    /** Covers the rows from {@code top} to {@code bottom} in one place: what changes is noted. */
    private void span(double top, double bottom) {
        double from = Math.max(0, top);
        double to = Math.min(height, bottom);
        if (to <= from) {
            return;
        }
        int first = (int) from;
        int last = (int) to;
        upper = Math.min(upper, first);
        lower = Math.max(lower, Math.min(height, last + 1));
        double begin = first + 1 - from;
        double end = to - last;
        change[first] += begin;
        change[first + 1] += 1 - begin;
        change[last] += end - 1;
        change[last + 1] -= end;
    }

    /** Lays what is covered over what is there, and uncovers it. */
    private void blend(int column, int[] rows) {
        double cover = 0;
        for (int row = upper; row < lower; row++) {
            cover += change[row];
            change[row] = 0;
            int at = row * width + column;
            pixels[at] = over(rows[row], (int) (cover * 256 / PLACES + 0.5), pixels[at]);
        }
        change[lower] = 0;
        change[Math.min(lower + 1, height + 1)] = 0;
    }

    /** {@code part} of 256 of one premultiplied colour over another. */
    private static int over(int front, int part, int back) {
        if (back == 0) {
            return part == 256 ? front : part(front, part);
        }
        int opaque = ((front >>> 24) * part) >>> 8;
        return part(front, part) + part(back, 256 - (opaque * 257 + 128) / 256);
    }

    /** Two of the four channels are multiplied at a time. */
    private static int part(int colour, int part) {
        int evens = (((colour & 0xFF00FF) * part) >>> 8) & 0xFF00FF;
        int odds = (((colour >>> 8) & 0xFF00FF) * part) & 0xFF00FF00;
        return evens | odds;
    }

    private int[] solid(Color colour) {
        int[] rows = new int[height];
        Arrays.fill(rows, premultiplied(colour, colour.getOpacity()));
        return rows;
    }

    private static int premultiplied(Color colour, double opacity) {
        return channel(opacity) << 24
                | channel(colour.getRed() * opacity) << 16
                | channel(colour.getGreen() * opacity) << 8
                | channel(colour.getBlue() * opacity);
    }

    private static int channel(double part) {
        return (int) Math.round(part * 255);
    }

    /**
     * A colour whose opacity changes evenly between two heights.
     *
     * @param from where it is {@code strong}
     * @param to where it is {@code weak}
     */
    record Fade(Color colour, double from, double strong, double to, double weak) {
        private int[] rows(int height) {
            int[] rows = new int[height];
            for (int row = 0; row < height; row++) {
                double way = Math.clamp((row + 0.5 - from) / (to - from), 0, 1);
                rows[row] = premultiplied(colour, strong + way * (weak - strong));
            }
            return rows;
        }
    }
}
