package org.culvert.protocol.session;

import org.culvert.failure.Failure;
import org.culvert.failure.Phrase;
import org.culvert.protocol.control.ControlMessages;
import org.culvert.protocol.control.KeyMethod2;
import org.culvert.protocol.control.KeySource;
import org.culvert.protocol.reliable.ReliableChannel;
import org.culvert.protocol.tls.TlsEngine;
import org.culvert.protocol.tls.TlsFacts;
import org.culvert.protocol.tls.TlsOutput;
import org.culvert.protocol.wire.ControlPacket;
import org.culvert.protocol.wire.EarlyNegotiation;
import org.culvert.protocol.wire.Opcode;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one key id goes through: reset, TLS handshake, key method 2, then messages (C: {@code struct
 * key_state}; states S_PRE_START to S_ACTIVE). Owned by its {@link Session}.
 */
final class Negotiation {
    /** TLS octets in one control packet: fits 1250 octets with any wrapping (protocol 10.2). */
    private static final int CHUNK = 1100;

    /** What became of what was received. */
    sealed interface Outcome {}

    /** The TLS handshake has begun. */
    record HandshakeBegun() implements Outcome {}

    /** TLS stands; the key method is next. */
    record SigningIn() implements Outcome {}

    /** Both halves of the key method are here. */
    record Active() implements Outcome {}

    /** A message of the peer. */
    record Message(String text) implements Outcome {}

    /** It cannot go on. */
    record Failed(Failure failure) implements Outcome {}

    private final int keyId;
    private final long deadlineNanos;
    private boolean answered;
    private final Side side;
    private final Introduction introduction;
    private final TlsEngine tls;
    private final ReliableChannel channel = new ReliableChannel();
    private final KeySource own;
    private Optional<KeyMethod2> peers = Optional.empty();
    private Optional<TlsFacts> facts = Optional.empty();
    private final int wrappedKeyLength;
    private boolean resendKey;
    private boolean peerReset;
    private boolean begun;
    private boolean finished;

    Negotiation(
            int keyId,
            Opcode reset,
            Side side,
            Introduction introduction,
            TlsEngine tls,
            RandomSource random,
            int wrappedKeyLength,
            long deadlineNanos) {
        this.keyId = keyId;
        this.side = side;
        this.introduction = introduction;
        this.tls = tls;
        this.own = side.fresh(random);
        this.wrappedKeyLength = wrappedKeyLength;
        this.deadlineNanos = deadlineNanos;
        channel.send(reset, ByteBuffer.allocate(0));
    }

    int keyId() {
        return keyId;
    }

    ReliableChannel channel() {
        return channel;
    }

    TlsEngine tls() {
        return tls;
    }

    KeySource own() {
        return own;
    }

    /** The peer's half; only once active. */
    KeyMethod2 peers() {
        return peers.orElseThrow();
    }

    /** What TLS agreed on; only once active. */
    TlsFacts facts() {
        return facts.orElseThrow();
    }

    boolean active() {
        return peers.isPresent();
    }

    /** Whether its keys are made, so that a next one may begin. */
    boolean finished() {
        return finished;
    }

    /** Its keys are made: the randomness is not needed any more. */
    void forgetSources() {
        finished = true;
        own.wipe();
        peers().source().wipe();
    }

    /** When it must be active. */
    long deadlineNanos() {
        return active() ? Long.MAX_VALUE : deadlineNanos;
    }

    /** Whether the handshake has begun and not one octet of the peer's TLS has come. */
    boolean unanswered() {
        return begun && !answered;
    }

    /** Takes a packet of this key id that has passed all checks. */
    List<Outcome> received(ControlPacket packet) {
        channel.acknowledged(packet.acks().messageIds());
        var outcomes = new ArrayList<Outcome>();
        if (packet.opcode() != Opcode.ACK_V1) {
            for (ControlPacket next : channel.received(packet)) {
                begin(outcomes);
                deliver(next, outcomes);
            }
        }
        begin(outcomes);
        return outcomes;
    }

    /** TLS starts once both resets are known to have arrived. */
    private void begin(List<Outcome> outcomes) {
        if (peerReset && !begun && channel.isIdle()) {
            begun = true;
            outcomes.add(new HandshakeBegun());
            take(tls.start(), outcomes);
        }
    }

    /** Sends a control message; only once active. */
    void say(String message) {
        take(tls.send(ControlMessages.write(message)), new ArrayList<>());
    }

    /** Forgets its secrets. */
    void close() {
        tls.close();
        own.wipe();
        peers.ifPresent(message -> message.source().wipe());
    }

    private void deliver(ControlPacket packet, List<Outcome> outcomes) {
        if (packet.opcode().isReset()) {
            peerReset = true;
            negotiateEarly(packet, outcomes);
            return;
        }
        ByteBuffer payload = packet.payload();
        if (begun && payload.hasRemaining()) {
            byte[] octets = new byte[payload.remaining()];
            payload.get(octets);
            answered = true;
            take(tls.receive(octets), outcomes);
        }
    }

    private void negotiateEarly(ControlPacket reset, List<Outcome> outcomes) {
        if (side == Side.CLIENT && wrappedKeyLength > 0 && keyId == 0) {
            var asked = EarlyNegotiation.read(reset.payload());
            resendKey = asked.map(EarlyNegotiation::resendKey).orElse(false);
            if (asked.isEmpty()) {
                outcomes.add(new Failed(malformed()));
            }
        }
    }

    private void take(List<TlsOutput> outputs, List<Outcome> outcomes) {
        for (TlsOutput output : outputs) {
            switch (output) {
                case TlsOutput.Octets(ByteBuffer octets) -> send(octets);
                case TlsOutput.Established(TlsFacts agreed) -> {
                    facts = Optional.of(agreed);
                    outcomes.add(new SigningIn());
                    if (side == Side.CLIENT) {
                        introduce(outcomes);
                    }
                }
                case TlsOutput.Plaintext(ByteBuffer octets) -> read(octets, outcomes);
                case TlsOutput.Failed(Failure failure) -> outcomes.add(new Failed(failure));
            }
        }
    }

    private void send(ByteBuffer octets) {
        for (int at = 0; at < octets.limit(); ) {
            int room = resendKey ? CHUNK - wrappedKeyLength : CHUNK;
            int length = Math.min(room, octets.limit() - at);
            Opcode opcode = resendKey ? Opcode.CONTROL_WKC_V1 : Opcode.CONTROL_V1;
            channel.send(opcode, octets.slice(at, length));
            at += length;
            resendKey = false;
        }
    }

    private void introduce(List<Outcome> outcomes) {
        var message =
                new KeyMethod2(
                        own,
                        introduction.options(),
                        introduction.credentials(),
                        introduction.peerInfo());
        take(tls.send(side.write(message)), outcomes);
    }

    private void read(ByteBuffer plaintext, List<Outcome> outcomes) {
        if (peers.isPresent()) {
            ControlMessages.split(plaintext).forEach(text -> outcomes.add(new Message(text)));
            return;
        }
        peers = side.readPeers(plaintext);
        if (peers.isEmpty()) {
            outcomes.add(new Failed(malformed()));
            return;
        }
        if (side == Side.SERVER) {
            introduce(outcomes);
        }
        outcomes.add(new Active());
    }

    private static Failure malformed() {
        return new Failure.HandshakeFailed(Phrase.of(Phrase.Kind.MALFORMED_HANDSHAKE));
    }
}
