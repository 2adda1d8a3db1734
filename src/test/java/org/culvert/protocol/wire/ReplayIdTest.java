package org.culvert.protocol.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.Random;

class ReplayIdTest {
    private static final long SECOND = 1_000_000_000L;

    private final ReplayCheck check = new ReplayCheck();

    @Test
    void theFirstIdIsOneAtTheTimeOfTheFirstSend() {
        var counter = new ReplayCounter();

        assertEquals(0x0000_0001_0000_1392L, counter.next(5010));
        assertEquals(0x0000_0002_0000_1392L, counter.next(5999));
    }

    @Test
    void aCounterThatIsUsedUpStartsAgainAtALaterTimeEvenWithinTheSameSecond() {
        assertEquals(0x0000_0001_0000_1392L, new ReplayCounter(-1, 5006).next(5010));
        assertEquals(0x0000_0001_0000_138fL, new ReplayCounter(-1, 5006).next(5006));
    }

    @Test
    void counterZeroIsNeverAccepted() {
        assertFalse(check.accept(id(0, 9), 0));
    }

    @Test
    void aNewerTimeStartsAnewAndAnOlderOneIsRefused() {
        assertTrue(check.accept(id(500, 10), 0));
        assertTrue(check.accept(id(1, 11), 0));
        assertFalse(check.accept(id(501, 10), 0));
    }

    @Test
    void theLastSixtyFourMayComeLateOnceAndTheNextMayNot() {
        check.accept(id(100, 1), 0);

        assertTrue(check.accept(id(37, 1), 0));
        assertFalse(check.accept(id(37, 1), 0));
        assertFalse(check.accept(id(36, 1), 0));
    }

    @Test
    void nothingComesLaterThanFifteenSeconds() {
        check.accept(id(100, 1), 0);

        assertTrue(check.accept(id(99, 1), 15 * SECOND));
        assertFalse(check.accept(id(98, 1), 16 * SECOND));
    }

    @Test
    void judgesLikeASimpleModel() {
        var random = new Random(8);
        var seen = new HashSet<Long>();
        long highest = 0;
        for (int i = 0; i < 100_000; i++) {
            long counter = Math.max(0, highest + random.nextInt(20) - random.nextInt(80));
            boolean fresh = counter > 0 && highest - counter < 64 && seen.add(counter);
            assertEquals(fresh, check.accept(id(counter, 7), 0), "counter " + counter);
            highest = Math.max(highest, counter);
        }
    }

    private static long id(long counter, long time) {
        return counter << 32 | time;
    }
}
