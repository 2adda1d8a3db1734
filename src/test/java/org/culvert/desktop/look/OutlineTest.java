package org.culvert.desktop.look;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.stream.IntStream;

class OutlineTest {
    @Test
    void aSquareCoversExactlyItsPixels() {
        int[] covered = Outline.coverage("M6 6L18 6L18 18L6 18Z", 4);

        assertArrayEquals(new int[] {0, 0, 0, 0, 0, 255, 255, 0}, first(covered, 8));
        assertEquals(4, IntStream.of(covered).filter(part -> part == 255).count());
    }

    @Test
    void halfAPixelIsHalfCovered() {
        int[] covered = Outline.coverage("M0 0L3 0L3 24L0 24Z", 4);

        assertEquals(128, covered[0]);
        assertEquals(0, covered[1]);
    }

    @Test
    void aHoleStaysOpen() {
        int[] covered = Outline.coverage("M0 0L24 0L24 24L0 24ZM6 6L18 6L18 18L6 18Z", 4);

        assertEquals(255, covered[0]);
        assertEquals(0, covered[5]);
    }

    @Test
    void curvesAreRound() {
        String circle =
                "M12 0C18.6 0 24 5.4 24 12C24 18.6 18.6 24 12 24C5.4 24 0 18.6 0 12C0 5.4 5.4 0 12"
                        + " 0Z";
        double area = IntStream.of(Outline.coverage(circle, 48)).sum() / 255.0;

        assertEquals(Math.PI * 24 * 24, area, 8);
        assertTrue(IntStream.of(Outline.coverage("M0 24Q12 -24 24 24Z", 24)).sum() > 0);
    }

    @Test
    void anotherCommandIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Outline.coverage("M0 0H4", 4));
    }

    private static int[] first(int[] all, int count) {
        return IntStream.of(all).limit(count).toArray();
    }
}
