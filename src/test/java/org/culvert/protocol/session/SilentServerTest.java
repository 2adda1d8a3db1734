package org.culvert.protocol.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.culvert.protocol.wire.TlsCrypt;
import org.culvert.secret.Secret;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A client whose server never answers keeps the times of the reference. */
class SilentServerTest {
    private static final int REPLAY_COUNTER = 1 + 8;

    private record Sent(long second, int replayCounter) {}

    private final List<Sent> sent = new ArrayList<>();
    private final Pair.Terms terms = new Pair.Terms();
    private Pair pair = new Pair(terms);
    private long began;

    @BeforeEach
    void waitsForAMinute() {
        terms.answerWithin = 120;
        terms.wrap = (client, _) -> new TlsCrypt(Secret.of(new byte[256]), client);
        terms.network =
                (datagram, _) -> {
                    int counter = ByteBuffer.wrap(datagram).getInt(REPLAY_COUNTER);
                    sent.add(new Sent((pair.now - began) / Pair.SECOND, counter));
                    return List.of();
                };
        pair = new Pair(terms);
        began = pair.now;
        pair.start();
    }

    @Test
    void theResetGoesOutAgainAfterTwoSixFourteenAndThirtySeconds() {
        pair.run(45);

        assertEquals(List.of(0L, 2L, 6L, 14L, 30L), sent.stream().map(Sent::second).toList());
    }

    @Test
    void aMinuteIsTheEnd() {
        pair.run(59);
        assertTrue(pair.client.all(Effect.Closed.class).isEmpty());

        pair.run(1);
        assertInstanceOf(Effect.Closed.class, pair.client.last());
    }

    @Test
    void aProfileMayHaveLessPatience() {
        terms.answerWithin = 10;
        pair = new Pair(terms);
        pair.start();

        pair.run(10);

        assertInstanceOf(Effect.Closed.class, pair.client.last());
    }

    @Test
    void everyRepetitionHasAReplayIdOfItsOwn() {
        pair.run(45);

        assertEquals(
                IntStream.rangeClosed(1, 5).boxed().toList(),
                sent.stream().map(Sent::replayCounter).toList());
    }
}
