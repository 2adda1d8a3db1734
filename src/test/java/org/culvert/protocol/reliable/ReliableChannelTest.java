package org.culvert.protocol.reliable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.culvert.protocol.reliable.ReliableChannel.Outgoing;
import org.culvert.protocol.wire.ControlPacket;
import org.culvert.protocol.wire.Opcode;
import org.culvert.protocol.wire.SessionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

class ReliableChannelTest {
    private static final long SECOND = 1_000_000_000L;

    private final ReliableChannel channel = new ReliableChannel();

    @Test
    void sendsAtOnceAndAgainAfterTwoFourEightSixteenSixteenSeconds() {
        channel.send(Opcode.CONTROL_V1, octets(1));
        var times = new ArrayList<Long>();
        for (long now = 0; now <= 50 * SECOND; now += SECOND) {
            if (channel.poll(now).isPresent()) {
                times.add(now / SECOND);
            }
        }
        assertEquals(List.of(0L, 2L, 6L, 14L, 30L, 46L), times);
    }

    @Test
    void keepsSixInFlightAndGoesOnWhenTheOldestIsAcknowledged() {
        for (int i = 0; i < 10; i++) {
            channel.send(Opcode.CONTROL_V1, octets(i));
        }
        assertEquals(List.of(0, 1, 2, 3, 4, 5), sentNow(0));

        channel.acknowledged(List.of(1, 2));
        assertEquals(List.of(), sentNow(0));

        channel.acknowledged(List.of(0));
        assertEquals(List.of(6, 7, 8), sentNow(0));
    }

    /** The reference has a window of eight there and so two more. Numbers wrap around. */
    @ParameterizedTest
    @CsvSource({
        "100, 103, 3",
        "97, 103, 0",
        "2147483645, 2147483647, 4",
        "2147483645, 2147483649, 2",
        "4294967292, 4294967294, 4",
        "4294967292, 4294967298, 0"
    })
    void theWindowIsCountedFromTheOldestThatIsNotAcknowledged(long oldest, long next, int free) {
        var channel = new ReliableChannel((int) oldest);
        int inFlight = (int) (next - oldest);

        assertEquals(inFlight, sentOf(channel, inFlight));
        assertEquals(free, sentOf(channel, 20));
    }

    @Test
    void resendsAtOnceAfterThreeLaterAcknowledgements() {
        for (int i = 0; i < 4; i++) {
            channel.send(Opcode.CONTROL_V1, octets(i));
        }
        sentNow(0);
        channel.acknowledged(List.of(1, 2));
        assertEquals(List.of(), sentNow(1));
        channel.acknowledged(List.of(3));
        assertEquals(List.of(0), sentNow(1));
    }

    @Test
    void deliversInOrderAndAcknowledgesReplays() {
        assertEquals(0, channel.received(control(1)).size());
        assertEquals(2, channel.received(control(0)).size());
        assertEquals(List.of(1, 0), acks(0));

        assertEquals(0, channel.received(control(0)).size());
        assertTrue(acks(0).contains(0));
    }

    @Test
    void neitherKeepsNorAcknowledgesWhatLiesBeyondTheWindow() {
        assertEquals(0, channel.received(control(12)).size());
        assertEquals(Optional.empty(), channel.poll(0));

        channel.received(control(11));
        assertEquals(List.of(11), acks(0));
    }

    @Test
    void hasNoDeadlineWhenThereIsNothingToDo() {
        assertEquals(Long.MAX_VALUE, channel.deadlineNanos());
        channel.send(Opcode.CONTROL_V1, octets(1));
        assertEquals(Long.MIN_VALUE, channel.deadlineNanos());
        sentNow(5);
        assertEquals(5 + 2 * SECOND, channel.deadlineNanos());
    }

    @Test
    void whateverNumbersComeNoMoreThanAWindowIsKept() {
        var random = new Random(4);
        int delivered = 0;
        for (int i = 0; i < 100_000; i++) {
            delivered += channel.received(control(1 + random.nextInt(1000))).size();
            channel.acknowledged(List.of(random.nextInt(), random.nextInt(20)));
            channel.poll(i);
        }
        assertEquals(0, delivered, "number 0 never came");
        assertEquals(12, channel.received(control(0)).size());
    }

    static List<Long> seeds() {
        return new Random(1).longs(200).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everythingArrivesInOrderOverABadNetwork(long seed) {
        var random = new Random(seed);
        var a = new ReliableChannel();
        var b = new ReliableChannel();
        for (int i = 0; i < 40; i++) {
            a.send(Opcode.CONTROL_V1, octets(i));
        }
        var delivered = new ArrayList<Integer>();
        for (long now = 0; !(a.isIdle() && delivered.size() == 40); now += SECOND / 4) {
            assertTrue(now < 3600 * SECOND, "stalled");
            move(a, b, now, random, delivered);
            move(b, a, now, random, new ArrayList<>());
        }
        assertEquals(java.util.stream.IntStream.range(0, 40).boxed().toList(), delivered);
    }

    private static void move(
            ReliableChannel from, ReliableChannel to, long now, Random random, List<Integer> got) {
        for (var out = from.poll(now); out.isPresent(); out = from.poll(now)) {
            for (int copies = random.nextInt(10) < 3 ? 0 : 1 + random.nextInt(2); copies > 0; ) {
                copies--;
                arrive(out.get(), to, got);
            }
        }
    }

    private static void arrive(Outgoing out, ReliableChannel to, List<Integer> got) {
        to.acknowledged(out.acks());
        if (out.opcode() != Opcode.ACK_V1) {
            var packet = packet(out.opcode(), out.messageId(), out.payload());
            to.received(packet).forEach(ready -> got.add((int) ready.payload().get()));
        }
    }

    /** How many of so many new packets go out at once. */
    private static int sentOf(ReliableChannel channel, int packets) {
        for (int i = 0; i < packets; i++) {
            channel.send(Opcode.CONTROL_V1, octets(i));
        }
        int sent = 0;
        while (channel.poll(0).isPresent()) {
            sent++;
        }
        return sent;
    }

    private List<Integer> sentNow(long now) {
        var ids = new ArrayList<Integer>();
        for (var out = channel.poll(now); out.isPresent(); out = channel.poll(now)) {
            ids.add(out.get().messageId());
        }
        return ids;
    }

    private List<Integer> acks(long now) {
        return channel.poll(now).orElseThrow().acks();
    }

    private static ControlPacket control(int messageId) {
        return packet(Opcode.CONTROL_V1, messageId, octets(messageId));
    }

    private static ControlPacket packet(Opcode opcode, int messageId, ByteBuffer payload) {
        return new ControlPacket(
                opcode, 0, new SessionId(1), ControlPacket.Acks.NONE, messageId, payload);
    }

    private static ByteBuffer octets(int value) {
        return ByteBuffer.wrap(new byte[] {(byte) value});
    }
}
