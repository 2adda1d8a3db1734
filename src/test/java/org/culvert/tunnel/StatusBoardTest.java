package org.culvert.tunnel;

import static org.culvert.tunnel.AttemptBench.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.culvert.net.Transport;
import org.culvert.platform.PlatformException;
import org.culvert.protocol.control.TunnelSettings;
import org.culvert.tunnel.TunnelStatus.Phase;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class StatusBoardTest {
    private static final long MILLI = 1_000_000L;

    private final AttemptBench bench;
    private final Tunnel tunnel;
    private final StatusBoard board;

    StatusBoardTest() throws PlatformException {
        bench = new AttemptBench(Transport.UDP);
        var spec = Samples.spec("vpn.example");
        tunnel =
                new Tunnel(
                        spec,
                        (pulled, server) ->
                                Samples.plan(pulled.orElseThrow(), server.orElseThrow(), false),
                        () -> 0.5);
        board = new StatusBoard(spec);
    }

    private void up(int pingSeconds) {
        on(new TunnelEvent.ConnectRequested(tunnel.spec()));
        on(new TunnelEvent.Resolved(List.of(Samples.ip("192.0.2.1"))));
        TunnelSettings settings = Samples.settings(false, pingSeconds);
        on(new TunnelEvent.Pulled(settings));
        var plan = Samples.plan(settings, Samples.endpoint("192.0.2.1"), false);
        on(new TunnelEvent.NetworkReady(plan, Optional.empty()));
    }

    private void verified(int pingSeconds) {
        up(pingSeconds);
        bench.path.opened(bench.now);
        on(new TunnelEvent.Verified());
    }

    private void on(TunnelEvent event) {
        tunnel.on(event, bench.now);
    }

    private Phase after(long nanos) {
        bench.now += nanos;
        return board.read(tunnel, Optional.empty(), Optional.of(bench.attempt), bench.now).phase();
    }

    @Test
    void aTunnelWhoseProbeIsOutstandingIsDegradedAfterFiveSecondsAndNeverFailed() {
        up(10);

        assertEquals(Phase.CONNECTING, after(4900 * MILLI));
        assertEquals(Phase.DEGRADED, after(200 * MILLI));
        assertEquals(Phase.DEGRADED, after(3600 * SECOND));
        bench.path.opened(bench.now);
        on(new TunnelEvent.Verified());
        assertEquals(Phase.ON, after(0));
    }

    @Test
    void nothingAuthenticatedForTwoPingIntervalsIsDegradedUntilTheNextPacket() {
        verified(10);

        assertEquals(Phase.ON, after(19_900 * MILLI));
        assertEquals(Phase.DEGRADED, after(200 * MILLI));
        bench.path.opened(bench.now);
        assertEquals(Phase.ON, after(0));
    }

    @Test
    void whereNoPingIsSetItIsDegradedAfterThirtySeconds() {
        verified(0);

        assertEquals(Phase.ON, after(29_900 * MILLI));
        assertEquals(Phase.DEGRADED, after(200 * MILLI));
    }

    @Test
    void whatIsForgedDoesNotEndItAndAnAuthenticControlPacketDoes() {
        verified(10);
        assertEquals(Phase.DEGRADED, after(21 * SECOND));

        bench.answeredByAStranger();
        assertEquals(Phase.DEGRADED, after(0));
        bench.answered();
        assertEquals(Phase.ON, after(0));
    }
}
