package org.culvert.protocol.wire;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A control packet as it stands once its wrapping is taken off (protocol 1.3).
 *
 * <pre>
 *   first 1 | own session 8 | n 1 | n * message id 4 | peer session 8 if n &gt; 0 | message id 4 | payload
 * </pre>
 *
 * <p>An ACK_V1 has neither message id nor payload; its {@code messageId} is 0 here.
 *
 * @param opcode any but the data ones
 * @param keyId 0..7
 * @param own the sender's session
 * @param acks what the sender has received
 * @param messageId unsigned, counts the sender's reliable packets of this key id
 * @param payload a view; reading it does not move the packet's
 */
public record ControlPacket(
        Opcode opcode, int keyId, SessionId own, Acks acks, int messageId, ByteBuffer payload) {
    /** Octets before what a wrapping may encrypt: first and own session. */
    public static final int HEAD = 1 + SessionId.LENGTH;

    /** Octets of payload at most, of any peer (protocol 10.1). */
    public static final int LONGEST_PAYLOAD = 2048;

    private static final int MAX_ACKS = 8;

    /** Message ids that the sender has received from {@code peer}. */
    public record Acks(SessionId peer, List<Integer> messageIds) {
        /** Nothing received yet. */
        public static final Acks NONE = new Acks(SessionId.NONE, List.of());

        /** Copies its list. */
        public Acks {
            messageIds = List.copyOf(messageIds);
        }
    }

    /** A view of the payload of its own. */
    @Override
    public ByteBuffer payload() {
        return payload.duplicate();
    }

    /** Empty if {@code in} is not a control packet without wrapping. */
    public static Optional<ControlPacket> read(ByteBuffer in) {
        try {
            int first = in.get() & 0xff;
            Optional<Opcode> opcode = Opcode.of(first).filter(kind -> !kind.isData());
            if (opcode.isEmpty()) {
                return Optional.empty();
            }
            var own = new SessionId(in.getLong());
            Optional<Acks> acks = readAcks(in);
            int messageId = opcode.get() == Opcode.ACK_V1 ? 0 : in.getInt();
            if (in.remaining() > LONGEST_PAYLOAD) {
                return Optional.empty();
            }
            return acks.map(known ->
                    new ControlPacket(opcode.get(), first & 7, own, known, messageId, in.slice()));
        } catch (BufferUnderflowException _) {
            return Optional.empty();
        }
    }

    /** The octets of this packet without wrapping. */
    public byte[] write() {
        int count = acks.messageIds().size();
        boolean reliable = opcode != Opcode.ACK_V1;
        int acksLength = 1 + (count == 0 ? 0 : 4 * count + SessionId.LENGTH);
        var out = ByteBuffer.allocate(HEAD + acksLength + (reliable ? 4 + payload.remaining() : 0));
        out.put((byte) opcode.first(keyId)).putLong(own.value()).put((byte) count);
        acks.messageIds().forEach(out::putInt);
        if (count > 0) {
            out.putLong(acks.peer().value());
        }
        if (reliable) {
            out.putInt(messageId).put(payload());
        }
        return out.array();
    }

    private static Optional<Acks> readAcks(ByteBuffer in) {
        int count = in.get() & 0xff;
        if (count > MAX_ACKS) {
            return Optional.empty();
        }
        var ids = new ArrayList<Integer>(count);
        for (int i = 0; i < count; i++) {
            ids.add(in.getInt());
        }
        return Optional.of(count == 0 ? Acks.NONE : new Acks(new SessionId(in.getLong()), ids));
    }
}
