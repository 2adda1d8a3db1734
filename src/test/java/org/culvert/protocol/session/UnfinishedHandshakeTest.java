package org.culvert.protocol.session;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.culvert.failure.Failure;
import org.junit.jupiter.api.Test;

import java.util.List;

/** What is said of a handshake that is out of time. */
class UnfinishedHandshakeTest {
    private static final int LARGE = 600;

    private final Pair.Terms terms = new Pair.Terms();

    private Failure failure() {
        var pair = new Pair(terms);
        pair.start();
        pair.run(70);
        return assertInstanceOf(Effect.Closed.class, pair.client.last()).failure();
    }

    @Test
    void whereOnlySmallPacketsPassThatIsSaid() {
        terms.network =
                (datagram, towards) ->
                        datagram.length > LARGE
                                ? List.of()
                                : Network.good().carry(datagram, towards);

        assertInstanceOf(Failure.LargePacketsLost.class, failure());
    }

    @Test
    void aServerThatFallsSilentInTheMiddleLosesNoLargePackets() {
        int[] large = {0};
        terms.network =
                (datagram, towards) -> {
                    large[0] += datagram.length > LARGE ? 1 : 0;
                    return large[0] > 1 ? List.of() : Network.good().carry(datagram, towards);
                };

        assertInstanceOf(Failure.HandshakeFailed.class, failure());
    }
}
