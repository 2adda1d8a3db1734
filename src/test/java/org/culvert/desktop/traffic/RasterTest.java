package org.culvert.desktop.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.paint.Color;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

class RasterTest {
    private static final int WIDE = 10;
    private static final int HIGH = 40;

    private final Raster raster = new Raster(WIDE, HIGH);

    @Test
    void aLineInTheMiddleOfARowFillsIt() {
        raster.line(level(5.5), 1, Color.RED);

        assertEquals(0xFFFF0000, pixel(4, 5));
        assertEquals(List.of(0, 0), List.of(pixel(4, 4), pixel(4, 6)));
    }

    @Test
    void aLineBetweenTwoRowsIsHalfInBoth() {
        raster.line(level(5), 1, Color.RED);

        assertEquals(128, alpha(4, 4), 1);
        assertEquals(128, alpha(4, 5), 1);
    }

    @Test
    void aLineIsOnlyWhereItsPointsAre() {
        raster.line(trace(2, 5.5, 7.5, 5.5), 1, Color.RED);

        assertEquals(
                List.of(0, 0, 255, 255, 255, 255, 255, 128, 0, 0),
                IntStream.range(0, WIDE)
                        .map(x -> alpha(x, 5))
                        .map(alpha -> Math.abs(alpha - 128) <= 1 ? 128 : alpha)
                        .boxed()
                        .toList());
    }

    @Test
    void aSteepLineHasNoHoles() {
        raster.line(trace(3, 1, 4, 20, 5, 39), 1.6, Color.RED);

        for (int y = 4; y < 36; y++) {
            int row = y;
            int sum = IntStream.range(0, WIDE).map(x -> alpha(x, row)).sum();
            assertTrue(sum > 250, "row " + row + ": " + sum);
        }
    }

    @Test
    void aPeakIsNoHigherThanItsPointAndHalfTheLine() {
        raster.line(trace(0, 39, 5, 10, 10, 39), 2, Color.RED);

        assertEquals(0, IntStream.range(0, WIDE).map(x -> alpha(x, 8)).sum());
        assertTrue(alpha(4, 10) > 200);
    }

    @Test
    void anAreaGoesToItsBaseAndFades() {
        raster.area(level(10), 30, new Raster.Fade(Color.BLUE, 10, 1, 30, 0));

        assertEquals(List.of(0, 0), List.of(pixel(4, 9), pixel(4, 30)));
        assertEquals(249, alpha(4, 10), 1);
        assertEquals(134, alpha(4, 19), 1);
        assertEquals(6, alpha(4, 29), 1);
    }

    @Test
    void anAreaGoesUpToItsBaseToo() {
        raster.area(level(30), 20, new Raster.Fade(Color.BLUE, 30, 1, 20, 1));

        assertEquals(
                List.of(0, 255, 255, 0),
                List.of(alpha(4, 19), alpha(4, 20), alpha(4, 29), alpha(4, 30)));
    }

    @Test
    void aBandLiesBetweenTwoLines() {
        raster.band(level(10), level(12), Color.GREEN);

        assertEquals(
                List.of(0, 255, 255, 0),
                List.of(alpha(4, 9), alpha(4, 10), alpha(4, 11), alpha(4, 12)));
    }

    @Test
    void whatIsLaidOverAnotherLetsItThrough() {
        Color half = Color.color(1, 0, 0, 0.5);
        raster.band(level(10), level(12), half);
        raster.band(level(10), level(12), half);

        assertEquals(191, alpha(4, 10), 2);
        assertEquals(0, pixel(4, 10) & 0xFFFF);
    }

    @Test
    void whatIsOutsideIsLeftOut() {
        raster.line(trace(-50, -300, 60, 500), 3, Color.RED);
        raster.area(trace(-5, -5, 15, 60), 80, new Raster.Fade(Color.RED, 0, 1, 40, 1));

        assertTrue(Arrays.stream(raster.pixels()).anyMatch(pixel -> pixel != 0));
    }

    @Test
    void clearedPixelsAreClear() {
        raster.line(level(5.5), 1, Color.RED);
        raster.clear();

        assertTrue(Arrays.stream(raster.pixels()).allMatch(pixel -> pixel == 0));
    }

    private static Trace level(double y) {
        return trace(0, y, WIDE, y);
    }

    /** Points as x, y, x, y ... in whole or half pixels. */
    private static Trace trace(double... points) {
        List<Slice> slices =
                IntStream.range(0, points.length / 2)
                        .mapToObj(i -> new Slice(i, 1, 0, 0, 0, 0, Slice.NO_TRIP))
                        .toList();
        return Trace.of(slices, s -> points[2 * (int) s.end()], s -> points[2 * (int) s.end() + 1]);
    }

    private int pixel(int x, int y) {
        return raster.pixels()[y * WIDE + x];
    }

    private int alpha(int x, int y) {
        return pixel(x, y) >>> 24;
    }
}
