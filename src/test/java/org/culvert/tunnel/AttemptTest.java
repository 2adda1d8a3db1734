package org.culvert.tunnel;

import static org.culvert.tunnel.AttemptBench.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.culvert.failure.Failure;
import org.culvert.failure.Phrase;
import org.culvert.net.Transport;
import org.culvert.platform.PlatformException;
import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.util.Random;

class AttemptTest {
    @Test
    void forgedControlPacketsDoNotEndASilence() throws PlatformException {
        var bench = new AttemptBench(Transport.UDP);
        bench.answered();
        var random = new Random(5);
        for (int second = 0; second < 60; second++) {
            bench.now += SECOND;
            bench.answeredByAStranger();
            for (int opcode = 0; opcode < 32; opcode++) {
                byte[] forged = new byte[80];
                random.nextBytes(forged);
                forged[0] = (byte) (opcode << 3);
                bench.attempt.control(ByteBuffer.wrap(forged));
            }
        }

        assertEquals(60, bench.attempt.silentSeconds(bench.now));
    }

    @Test
    void anAuthenticControlPacketEndsASilence() throws PlatformException {
        var bench = new AttemptBench(Transport.UDP);
        bench.now += 9 * SECOND;
        assertEquals(9, bench.attempt.silentSeconds(bench.now));

        bench.answered();

        assertEquals(0, bench.attempt.silentSeconds(bench.now));
        bench.now += 4 * SECOND;
        assertEquals(4, bench.attempt.silentSeconds(bench.now));
    }

    @Test
    void anAuthenticDataPacketEndsASilence() throws PlatformException {
        var bench = new AttemptBench(Transport.UDP);
        bench.now += 9 * SECOND;

        bench.path.opened(bench.now);

        assertEquals(0, bench.attempt.silentSeconds(bench.now));
    }

    @Test
    void aServerIsVerifiedInTheMomentItsFirstDataPacketIsAuthentic() throws PlatformException {
        var bench = new AttemptBench(Transport.UDP);
        bench.connected();
        assertFalse(bench.told.contains(new TunnelEvent.Verified()));

        bench.path.opened(bench.now);
        bench.attempt.peerUses(0);

        assertEquals(new TunnelEvent.Verified(), bench.told.getLast());
    }

    @Test
    void aDataPacketFromBeforeTheNetworkWasReadyVerifiesTheServerToo() throws PlatformException {
        var bench = new AttemptBench(Transport.UDP);
        bench.path.opened(bench.now);

        bench.connected();

        assertEquals(new TunnelEvent.Verified(), bench.told.getLast());
    }

    @Test
    void aServerThatHangsUpAfterOurFirstPacketHasAnotherExtraKey() throws PlatformException {
        var bench = new AttemptBench(Transport.TCP);

        bench.attempt.linkFailed(closed());

        assertInstanceOf(Failure.ExtraKeyMismatch.class, failure(bench));
    }

    @Test
    void aServerThatHangsUpAfterAValidPacketHasOurExtraKey() throws PlatformException {
        var bench = new AttemptBench(Transport.TCP);
        bench.answered();

        bench.attempt.linkFailed(closed());

        assertInstanceOf(Failure.HandshakeFailed.class, failure(bench));
    }

    @Test
    void onUdpAnExtraKeyIsBlamedOnlyWhereOctetsCameThatFail() throws PlatformException {
        assertInstanceOf(Failure.NoAnswer.class, outOfTime(new AttemptBench(Transport.UDP)));
        var forged = new AttemptBench(Transport.UDP);
        forged.answeredByAStranger();

        assertInstanceOf(Failure.ExtraKeyMismatch.class, outOfTime(forged));
    }

    @Test
    void whereNothingLeadsToTheServerThatIsSaidAndNotSilence() throws PlatformException {
        var bench = new AttemptBench(Transport.UDP);

        bench.attempt.linkFailed(new PlatformException("recv", 113, "No route to host"));

        assertInstanceOf(Failure.Unreachable.class, failure(bench));
    }

    @Test
    void whatElseTheSystemRefusesIsSaidWithItsErrorAndNotAsSilence() throws PlatformException {
        var bench = new AttemptBench(Transport.UDP);
        bench.answered();

        bench.attempt.linkFailed(new PlatformException("recv", 5, "Input/output error"));

        assertEquals(
                new Failure.NetworkRefused(Phrase.of(Phrase.Kind.SOCKET), Phrase.system(5)),
                failure(bench));
    }

    private static PlatformException closed() {
        return new PlatformException("read", 0, "the other side has closed");
    }

    private static Failure outOfTime(AttemptBench bench) {
        bench.now += 11 * SECOND;
        bench.attempt.tick(bench.now, false);
        return failure(bench);
    }

    private static Failure failure(AttemptBench bench) {
        return assertInstanceOf(TunnelEvent.Failed.class, bench.told.getLast()).failure();
    }
}
