package org.culvert.tunnel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.culvert.failure.Failure;
import org.culvert.failure.Failure.LimitReached;
import org.culvert.failure.Failure.LimitReached.Limit;
import org.culvert.protocol.control.Keepalive;
import org.junit.jupiter.api.Test;

import java.util.Optional;

class LifetimeTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long UP = 500 * SECOND;

    private final Lifetime life = new Lifetime(UP, 1000);

    private Optional<Failure> after(Keepalive times, int seconds, int silent, long carried) {
        return life.end(times, silent * SECOND, 1000 + carried, UP + seconds * SECOND);
    }

    @Test
    void aPingIsOwedAfterItsTimeAndNeverWhereNoneIsNamed() {
        assertFalse(Lifetime.owesPing(new Keepalive(10, 60), 10 * SECOND - 1));
        assertTrue(Lifetime.owesPing(new Keepalive(10, 60), 10 * SECOND));
        assertFalse(Lifetime.owesPing(new Keepalive(0, 60), 1000 * SECOND));
    }

    @Test
    void aSilentServerIsLostAndTheTunnelStartsAgain() {
        var times = new Keepalive(10, 60);

        assertEquals(Optional.empty(), after(times, 100, 59, 0));
        assertEquals(Optional.of(new Failure.ConnectionLost(60)), after(times, 101, 60, 0));
        assertEquals(Optional.empty(), after(new Keepalive(10, 0), 9000, 8000, 0));
    }

    @Test
    void whereTheSilenceEndsItNothingStartsAgain() {
        var times = new Keepalive(10, 60, true, 0, 0, 0);

        assertEquals(Optional.empty(), after(times, 100, 59, 0));
        Failure end = after(times, 101, 61, 0).orElseThrow();
        assertEquals(new LimitReached(Limit.SILENCE, 61), end);
        assertTrue(end.permanent());
    }

    @Test
    void anIdleTunnelEndsAndAnyPacketKeepsIt() {
        var times = new Keepalive(0, 0, false, 30, 0, 0);

        assertEquals(Optional.empty(), after(times, 29, 0, 0));
        assertEquals(Optional.empty(), after(times, 29, 0, 1));
        assertEquals(Optional.empty(), after(times, 58, 0, 1));
        assertEquals(Optional.of(new LimitReached(Limit.IDLE, 30)), after(times, 59, 0, 1));
    }

    @Test
    void whereAnAmountIsNamedLessOfItIsIdle() {
        var times = new Keepalive(0, 0, false, 30, 500, 0);

        assertEquals(Optional.empty(), after(times, 10, 0, 300));
        assertEquals(Optional.empty(), after(times, 20, 0, 500));
        assertEquals(Optional.empty(), after(times, 49, 0, 999));
        assertEquals(Optional.of(new LimitReached(Limit.IDLE, 30)), after(times, 50, 0, 999));
    }

    @Test
    void anOldTunnelEndsHoweverBusyItIs() {
        var times = new Keepalive(0, 0, false, 30, 0, 3600);

        assertEquals(Optional.empty(), after(times, 3599, 0, 9000));
        assertEquals(Optional.of(new LimitReached(Limit.AGE, 3600)), after(times, 3600, 0, 9999));
    }
}
