package org.culvert.protocol.session;

import org.culvert.protocol.control.KeyMethod2;
import org.culvert.protocol.control.KeySource;
import org.culvert.protocol.wire.ControlPacket;
import org.culvert.protocol.wire.Opcode;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;

/** What a session does differently as a client and as a server. */
enum Side {
    /** Says the first word. */
    CLIENT {
        @Override
        KeySource fresh(RandomSource random) {
            return KeySource.ofClient(random.next(KeySource.PRE_MASTER + 2 * KeySource.RANDOM));
        }

        @Override
        byte[] write(KeyMethod2 message) {
            return message.writeClient();
        }

        @Override
        Optional<KeyMethod2> readPeers(ByteBuffer message) {
            return KeyMethod2.readServer(message);
        }

        @Override
        Set<Opcode> peersOpcodes() {
            return Set.of(Opcode.HARD_RESET_SERVER_V2);
        }

        @Override
        boolean introduces(ControlPacket packet) {
            return isFirst(packet) && !packet.acks().messageIds().isEmpty();
        }
    },
    /** Answers. */
    SERVER {
        @Override
        KeySource fresh(RandomSource random) {
            return KeySource.ofServer(random.next(2 * KeySource.RANDOM));
        }

        @Override
        byte[] write(KeyMethod2 message) {
            return message.writeServer();
        }

        @Override
        Optional<KeyMethod2> readPeers(ByteBuffer message) {
            return KeyMethod2.readClient(message);
        }

        @Override
        Set<Opcode> peersOpcodes() {
            return Set.of(
                    Opcode.HARD_RESET_CLIENT_V2,
                    Opcode.HARD_RESET_CLIENT_V3,
                    Opcode.CONTROL_WKC_V1);
        }

        @Override
        boolean introduces(ControlPacket packet) {
            return isFirst(packet) && packet.acks().messageIds().isEmpty();
        }
    };

    /** Our part of the randomness of one key id. */
    abstract KeySource fresh(RandomSource random);

    /** The octets of our message. */
    abstract byte[] write(KeyMethod2 message);

    /** The peer's message; empty if it is none. */
    abstract Optional<KeyMethod2> readPeers(ByteBuffer message);

    /** Kinds of packets that only the other side sends. */
    abstract Set<Opcode> peersOpcodes();

    /** Whether an unknown peer may name its session by this packet. */
    abstract boolean introduces(ControlPacket packet);

    /**
     * Whether the peer may send such a packet at all: resets, and nothing else, are number 0; a
     * hard one has key id 0, a soft one never (security R67, R72).
     */
    boolean mayHear(ControlPacket packet) {
        return switch (packet.opcode()) {
            case SOFT_RESET_V1 -> packet.messageId() == 0 && packet.keyId() != 0;
            case CONTROL_V1 -> packet.messageId() != 0;
            case ACK_V1 -> true;
            case CONTROL_WKC_V1 ->
                    peersOpcodes().contains(packet.opcode()) && packet.messageId() != 0;
            default -> isFirst(packet);
        };
    }

    final boolean isFirst(ControlPacket packet) {
        return packet.opcode().isReset()
                && peersOpcodes().contains(packet.opcode())
                && packet.messageId() == 0
                && packet.keyId() == 0;
    }
}
