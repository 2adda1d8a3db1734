package org.culvert.desktop.look;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A path in SVG's language (M, L, C, Q and Z, absolute) filled by the even-odd rule, drawn without
 * a toolkit: the tray has its icons before any window exists.
 */
public final class Outline {
    private static final double GRID = 24;
    private static final int ROWS = 8;
    private static final int PIECES = 12;

    private final List<double[]> edges = new ArrayList<>();
    private final String path;
    private int at;
    private double x;
    private double y;
    private double startX;
    private double startY;

    private Outline(String path) {
        this.path = path;
    }

    /** How much of each pixel of a square of {@code size} is covered, 0 to 255, rows from top. */
    public static int[] coverage(String path, int size) {
        var outline = new Outline(path);
        outline.read();
        return outline.fill(size);
    }

    private void read() {
        while (at < path.length()) {
            char command = path.charAt(at++);
            switch (command) {
                case 'M' -> move();
                case 'L' -> line(number(), number());
                case 'C' -> cubic(number(), number(), number(), number(), number(), number());
                case 'Q' -> quadratic(number(), number(), number(), number());
                case 'Z' -> line(startX, startY);
                default -> throw new IllegalArgumentException("no command of ours: " + command);
            }
        }
    }

    private double number() {
        while (path.charAt(at) == ' ' || path.charAt(at) == ',') {
            at++;
        }
        int begin = at;
        while (at < path.length() && "+-.0123456789".indexOf(path.charAt(at)) >= 0) {
            at++;
        }
        return Double.parseDouble(path.substring(begin, at));
    }

    private void move() {
        x = number();
        y = number();
        startX = x;
        startY = y;
    }

    private void line(double toX, double toY) {
        edges.add(new double[] {x, y, toX, toY});
        x = toX;
        y = toY;
    }

    private void quadratic(double cx, double cy, double toX, double toY) {
        double fromX = x;
        double fromY = y;
        cubic(
                fromX + 2 * (cx - fromX) / 3,
                fromY + 2 * (cy - fromY) / 3,
                toX + 2 * (cx - toX) / 3,
                toY + 2 * (cy - toY) / 3,
                toX,
                toY);
    }

    private void cubic(double ax, double ay, double bx, double by, double toX, double toY) {
        double fromX = x;
        double fromY = y;
        for (int piece = 1; piece <= PIECES; piece++) {
            double t = (double) piece / PIECES;
            line(bezier(t, fromX, ax, bx, toX), bezier(t, fromY, ay, by, toY));
        }
    }

    private static double bezier(double t, double from, double a, double b, double to) {
        double s = 1 - t;
        return s * s * s * from + 3 * s * s * t * a + 3 * s * t * t * b + t * t * t * to;
    }

    private int[] fill(int size) {
        var covered = new double[size * size];
        for (int row = 0; row < size * ROWS; row++) {
            double[] crossings = crossings((row + 0.5) / ROWS * GRID / size, size / GRID);
            for (int i = 0; i + 1 < crossings.length; i += 2) {
                span(covered, row / ROWS * size, size, crossings[i], crossings[i + 1]);
            }
        }
        return Arrays.stream(covered)
                .mapToInt(part -> (int) Math.round(255 * Math.min(1, part / ROWS)))
                .toArray();
    }

    /** Where the edges cross the height {@code height}, in pixels from the left. */
    private double[] crossings(double height, double scale) {
        return edges.stream()
                .filter(e -> e[1] <= height != e[3] <= height)
                .mapToDouble(e -> (e[0] + (height - e[1]) / (e[3] - e[1]) * (e[2] - e[0])) * scale)
                .sorted()
                .toArray();
    }

    private static void span(double[] covered, int row, int size, double from, double to) {
        int last = Math.min(size - 1, (int) to);
        for (int pixel = Math.max(0, (int) from); pixel <= last; pixel++) {
            covered[row + pixel] += Math.max(0, Math.min(to, pixel + 1) - Math.max(from, pixel));
        }
    }
}
