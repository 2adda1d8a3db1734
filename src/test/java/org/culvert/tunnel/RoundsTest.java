package org.culvert.tunnel;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RoundsTest {
    private static final long SECOND = 1_000_000_000L;

    private final Rounds rounds = new Rounds();

    @Test
    void whereNothingHappensALookIsDueEveryFifteenSeconds() {
        assertFalse(rounds.begin(0));
        assertFalse(rounds.begin(14 * SECOND));
        assertTrue(rounds.begin(15 * SECOND));
        assertFalse(rounds.begin(29 * SECOND));
        assertTrue(rounds.begin(30 * SECOND));
    }

    @Test
    void whatIsTouchedTogetherIsLookedAtOnceAndSoon() {
        rounds.begin(0);
        rounds.touched(SECOND);
        rounds.touched(SECOND + SECOND / 4);

        assertFalse(rounds.begin(SECOND + SECOND / 4));
        assertTrue(rounds.begin(SECOND + SECOND / 2));
        assertFalse(rounds.begin(2 * SECOND));
    }
}
