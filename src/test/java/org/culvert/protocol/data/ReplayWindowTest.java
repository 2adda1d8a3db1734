package org.culvert.protocol.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.HashSet;
import java.util.List;
import java.util.Random;

class ReplayWindowTest {
    @Test
    void zeroIsNeverAnId() {
        assertFalse(new ReplayWindow().accept(0));
    }

    @Test
    void anIdAtTheEdgeIsStillKnownAndOneBehindItIsRefused() {
        var window = new ReplayWindow();
        window.accept(5000);

        assertTrue(window.accept(5000 - ReplayWindow.SIZE + 1));
        assertFalse(window.accept(5000 - ReplayWindow.SIZE));
    }

    static List<Long> seeds() {
        return new Random(3).longs(50).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void judgesLikeASimpleModel(long seed) {
        var random = new Random(seed);
        var window = new ReplayWindow();
        var seen = new HashSet<Long>();
        long highest = 0;
        for (int i = 0; i < 5000; i++) {
            long jump = random.nextInt(50) == 0 ? random.nextInt(5000) : random.nextInt(40);
            long id = Math.max(0, highest + jump - random.nextInt(2500));
            boolean expected = id > 0 && highest - id < ReplayWindow.SIZE && seen.add(id);
            assertEquals(expected, window.accept(id), "id " + id);
            highest = Math.max(highest, id);
        }
    }
}
