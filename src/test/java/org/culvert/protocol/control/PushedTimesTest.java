package org.culvert.protocol.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class PushedTimesTest {
    private static final Keepalive OWN = new Keepalive(5, 120, false, 600, 10, 3600);

    private final PushedTimes times = new PushedTimes(OWN);

    private boolean push(String option) {
        List<String> words = List.of(option.split(" "));
        return times.take(words.getFirst(), words.subList(1, words.size()));
    }

    @Test
    void whatIsNotPushedStaysAsTheProfileHasIt() {
        assertEquals(OWN, times.all());
        assertTrue(push("ping 10"));
        assertEquals(new Keepalive(10, 120, false, 600, 10, 3600), times.all());
    }

    @Test
    void ofRestartAndExitTheLastCounts() {
        assertTrue(push("ping-restart 60") && push("ping-exit 70"));
        assertEquals(new Keepalive(5, 70, true, 600, 10, 3600), times.all());
        assertTrue(push("ping-restart 80"));
        assertEquals(new Keepalive(5, 80, false, 600, 10, 3600), times.all());
    }

    @Test
    void limitsArePushedAndZeroTakesThemAway() {
        assertTrue(push("inactive 100 5000") && push("session-timeout 7200"));
        assertEquals(new Keepalive(5, 120, false, 100, 5000, 7200), times.all());
        assertTrue(push("inactive 0") && push("session-timeout 0") && push("ping-restart 0"));
        assertEquals(new Keepalive(5, 0, false, 0, 0, 0), times.all());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ping",
                "ping x",
                "ping -1",
                "ping 86401",
                "ping-exit 86401",
                "inactive 10 many",
                "inactive many 500",
                "inactive 9999999999",
                "session-timeout 1234567890123456",
                "keepalive 1 2"
            })
    void whatIsNoTimeHasNoEffect(String option) {
        assertFalse(push(option));
    }
}
