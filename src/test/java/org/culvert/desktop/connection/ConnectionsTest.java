package org.culvert.desktop.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.culvert.failure.Failure;
import org.culvert.ipc.State;
import org.culvert.perf.TrafficSample;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

class ConnectionsTest {
    private final Connections connections = new Connections(() -> Instant.ofEpochMilli(77));

    @Test
    void whatIsNotToldIsOff() {
        assertEquals(State.OFF, connections.of("a").state());
    }

    @Test
    void whatIsToldHoldsFromThen() {
        tell("c1", State.CONNECTING);

        assertEquals(State.CONNECTING, connections.of("a").state());
        assertEquals(77, connections.of("a").heardMillis());
    }

    @Test
    void anOldFailureDoesNotHideANewAttempt() {
        tell("c1", State.FAILED);
        connections.start("a");
        tell("c1", State.FAILED);
        assertEquals(State.CONNECTING, connections.of("a").state());

        tell("c2", State.FAILED);
        assertEquals(State.FAILED, connections.of("a").state());
    }

    @Test
    void aLocalFailureStaysUntilItIsSeen() {
        connections.stop("a", Optional.of(new Failure.WrongPassword()));
        assertEquals(State.FAILED, connections.of("a").state());

        connections.seen("a");
        assertEquals(State.OFF, connections.of("a").state());
    }

    @Test
    void nothingIsKnownWithoutTheHelper() {
        tell("c1", State.ON);
        connections.forget();

        assertEquals(State.OFF, connections.of("a").state());
        assertTrue(connections.all().isEmpty());
    }

    @Test
    void theTrafficOfAnEndedConnectionStays() {
        tell("c1", State.ON);
        connections.sample("c1", sample(1000));
        connections.tell(List.of());

        assertEquals(5, connections.track("a").orElseThrow().history().totalDown());
    }

    @Test
    void anAttemptThatCameToNothingLeavesTheSessionBeforeIt() {
        tell("c1", State.ON);
        connections.sample("c1", sample(1000));
        tell("c2", State.CONNECTING);
        assertTrue(connections.track("a").isEmpty());

        connections.tell(List.of());
        assertEquals(5, connections.track("a").orElseThrow().history().totalDown());
    }

    @Test
    void aHelperThatCountsAnewDoesNotMixTwoConnections() {
        tell("c1", State.ON);
        connections.sample("c1", sample(1000));
        connections.forget();
        tell("c1", State.ON);
        connections.sample("c1", sample(2000));

        assertEquals(5, connections.track("a").orElseThrow().history().totalDown());
    }

    @Test
    void eachChangeIsCounted() {
        long before = connections.revision().get();
        tell("c1", State.ON);
        assertEquals(before + 1, connections.revision().get());

        connections.sample("c1", sample(1000));
        assertEquals(before + 1, connections.revision().get());
    }

    private void tell(String id, State state) {
        connections.tell(List.of(Told.connection(id, "a", state)));
    }

    private static TrafficSample sample(long at) {
        return new TrafficSample(at, 100, 5, 7, 50, 70, -1);
    }
}
