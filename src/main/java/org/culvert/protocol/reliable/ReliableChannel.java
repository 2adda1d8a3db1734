package org.culvert.protocol.reliable;

import org.culvert.protocol.wire.ControlPacket;
import org.culvert.protocol.wire.Opcode;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The reliability layer of one key id, both directions (protocol 2; C: {@code reliable.c}). It
 * knows no session ids: the owner puts them on. Times are the owner's nanoseconds. One thread only.
 */
public final class ReliableChannel {
    /** Packets in flight at most; an old peer takes eight. */
    public static final int SEND_WINDOW = 6;

    private static final int RECEIVE_WINDOW = 12;
    private static final int FAST_RESEND = 3;
    private static final int ACKS_IN_PACKET = 4;
    private static final long FIRST_TIMEOUT_NANOS = 2_000_000_000L;
    private static final long LONGEST_TIMEOUT_NANOS = 16_000_000_000L;

    /** What to send: the owner adds key id, session ids and wrapping. */
    public record Outgoing(Opcode opcode, List<Integer> acks, int messageId, ByteBuffer payload) {}

    private static final class InFlight {
        private final int messageId;
        private final Opcode opcode;
        private final ByteBuffer payload;
        private long dueNanos;
        private long timeoutNanos = FIRST_TIMEOUT_NANOS;
        private int laterAcks;

        private InFlight(int messageId, Opcode opcode, ByteBuffer payload, long nowNanos) {
            this.messageId = messageId;
            this.opcode = opcode;
            this.payload = payload;
            this.dueNanos = nowNanos;
        }

        private boolean due(long nowNanos) {
            return nowNanos >= dueNanos || laterAcks >= FAST_RESEND;
        }
    }

    private record Queued(Opcode opcode, ByteBuffer payload) {}

    private final Deque<Queued> queue = new ArrayDeque<>();
    private final List<InFlight> inFlight = new ArrayList<>();
    private final TreeMap<Integer, ControlPacket> early =
            new TreeMap<>((a, b) -> Integer.compare(a - nextToDeliver(), b - nextToDeliver()));
    private final AckList acks = new AckList();
    private int nextToSend;
    private int nextToDeliver;

    /** The channel of a fresh key id. */
    public ReliableChannel() {}

    /** As if {@code sent} packets had gone out and been acknowledged. */
    ReliableChannel(int sent) {
        nextToSend = sent;
    }

    /** Queues a reliable packet; it waits while the window is full. */
    public void send(Opcode opcode, ByteBuffer payload) {
        queue.add(new Queued(opcode, payload));
    }

    /** Whether everything that was sent is acknowledged. */
    public boolean isIdle() {
        return queue.isEmpty() && inFlight.isEmpty();
    }

    /** What the peer has acknowledged; unknown ids are ignored. */
    public void acknowledged(List<Integer> messageIds) {
        for (int id : messageIds) {
            Iterator<InFlight> packets = inFlight.iterator();
            while (packets.hasNext()) {
                InFlight packet = packets.next();
                if (packet.messageId == id) {
                    packets.remove();
                } else if (packet.messageId - id < 0) {
                    packet.laterAcks++;
                }
            }
        }
    }

    /**
     * Takes a packet that carries a message id and returns what can be delivered in order. A replay
     * is acknowledged again; a packet beyond the window is neither kept nor acknowledged.
     */
    public List<ControlPacket> received(ControlPacket packet) {
        int ahead = packet.messageId() - nextToDeliver;
        if (ahead >= RECEIVE_WINDOW) {
            return List.of();
        }
        acks.add(packet.messageId());
        if (ahead < 0 || early.containsKey(packet.messageId())) {
            return List.of();
        }
        early.put(packet.messageId(), packet);
        return inOrder();
    }

    private List<ControlPacket> inOrder() {
        var ready = new ArrayList<ControlPacket>();
        while (!early.isEmpty() && early.firstKey() == nextToDeliver) {
            ready.add(early.remove(early.firstKey()));
            nextToDeliver++;
        }
        return ready;
    }

    /** The next packet that is due; call until empty. */
    public Optional<Outgoing> poll(long nowNanos) {
        fillWindow(nowNanos);
        for (InFlight packet : inFlight) {
            if (packet.due(nowNanos)) {
                return Optional.of(transmit(packet, nowNanos));
            }
        }
        if (acks.isPending()) {
            return Optional.of(
                    new Outgoing(
                            Opcode.ACK_V1, acks.take(ACKS_IN_PACKET), 0, ByteBuffer.allocate(0)));
        }
        return Optional.empty();
    }

    /** When {@link #poll} next has something; {@link Long#MAX_VALUE} if never by itself. */
    public long deadlineNanos() {
        if ((!queue.isEmpty() && windowOpen()) || acks.isPending()) {
            return Long.MIN_VALUE;
        }
        return inFlight.stream().mapToLong(packet -> packet.dueNanos).min().orElse(Long.MAX_VALUE);
    }

    private int nextToDeliver() {
        return nextToDeliver;
    }

    private void fillWindow(long nowNanos) {
        while (!queue.isEmpty() && windowOpen()) {
            Queued next = queue.remove();
            inFlight.add(new InFlight(nextToSend++, next.opcode(), next.payload(), nowNanos));
        }
    }

    private boolean windowOpen() {
        return inFlight.isEmpty() || nextToSend - inFlight.getFirst().messageId < SEND_WINDOW;
    }

    private Outgoing transmit(InFlight packet, long nowNanos) {
        packet.dueNanos = nowNanos + packet.timeoutNanos;
        packet.timeoutNanos = Math.min(2 * packet.timeoutNanos, LONGEST_TIMEOUT_NANOS);
        packet.laterAcks = 0;
        return new Outgoing(
                packet.opcode,
                acks.take(ACKS_IN_PACKET),
                packet.messageId,
                packet.payload.duplicate());
    }
}
