package org.culvert.protocol.session;

import org.culvert.failure.Failure;
import org.culvert.failure.Phrase;
import org.culvert.protocol.reliable.ReliableChannel.Outgoing;
import org.culvert.protocol.tls.Exporter;
import org.culvert.protocol.tls.TlsEngines;
import org.culvert.protocol.wire.ControlPacket;
import org.culvert.protocol.wire.ControlWrap;
import org.culvert.protocol.wire.Opcode;
import org.culvert.protocol.wire.SessionId;
import org.culvert.protocol.wire.TlsCrypt;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A session from the first reset to the good-bye: events and time in, effects out (protocol 2-9; C:
 * {@code tls_pre_decrypt}, {@code tls_process}). What a client and a server have in common stands
 * here. Times are nanoseconds of the owner's clock. One thread only.
 */
public abstract sealed class Session permits ClientSession, ServerSession {
    private static final long GOODBYE_NANOS = Pace.nanos(1);

    private final Side side;
    private Introduction introduction;
    private final Pace pace;
    private final ControlWrap firstWrap;
    private final TlsEngines engines;
    private final RandomSource random;
    private final SessionId own;
    private final List<Effect> effects = new ArrayList<>();
    private SessionId peer = SessionId.NONE;
    private Optional<Negotiation> negotiation = Optional.empty();
    private Optional<Keyring> keyring = Optional.empty();
    private Optional<ControlWrap> laterWrap = Optional.empty();
    private Optional<Effect> last = Optional.empty();
    private boolean forged;
    private long heardNanos;
    private long renegotiateNanos = Long.MAX_VALUE;
    private long leaveNanos = Long.MAX_VALUE;

    Session(
            Side side,
            Introduction introduction,
            Pace pace,
            ControlWrap wrap,
            TlsEngines engines,
            RandomSource random) {
        this.side = side;
        this.introduction = introduction;
        this.pace = pace;
        this.firstWrap = wrap;
        this.engines = engines;
        this.random = random;
        this.own = freshId(random);
    }

    /** Takes what happened at {@code nowNanos}; the answer is to be done in its order. */
    public final List<Effect> on(Event event, long nowNanos) {
        if (closed()) {
            return List.of();
        }
        switch (event) {
            case Event.Received(ByteBuffer packet) -> receive(packet, nowNanos);
            case Event.PeerUsesKey(int keyId) ->
                    keyring.ifPresent(ring -> effects.addAll(ring.peerUses(keyId, nowNanos)));
            case Event.KeyWorn _ -> renegotiate(nowNanos);
            case Event.Tick _ -> tick(nowNanos);
            case Event.CloseRequested _ -> {
                if (!leaving()) {
                    sayGoodbye(nowNanos);
                }
            }
            case Event.Started _, Event.Admitted _, Event.Rejected _ -> told(event, nowNanos);
        }
        flush(nowNanos);
        var done = List.copyOf(effects);
        effects.clear();
        return done;
    }

    /** When {@link Event.Tick} is next due; {@link Long#MAX_VALUE} if never by itself. */
    public final long deadlineNanos() {
        if (closed()) {
            return Long.MAX_VALUE;
        }
        long soonest = Math.min(ownDeadlineNanos(), Math.min(renegotiateNanos, leaveNanos));
        for (Negotiation current : negotiation.stream().toList()) {
            soonest = Math.min(soonest, current.deadlineNanos());
            soonest = Math.min(soonest, current.channel().deadlineNanos());
        }
        for (Keyring ring : keyring.stream().toList()) {
            soonest = Math.min(soonest, ring.deadlineNanos());
        }
        return soonest;
    }

    /** When a packet of the peer last passed all checks, those of its session too; 0: never. */
    public final long heardNanos() {
        return heardNanos;
    }

    /** An event that only one side knows. */
    abstract void told(Event event, long nowNanos);

    /** A packet of the peer passed all checks. */
    abstract void heardFromPeer();

    /** The handshake of the first key id has come this far. */
    abstract void progressed(Negotiation.Outcome outcome);

    /** Both halves of the key method are here; {@code renewed}: not for the first time. */
    abstract void active(boolean renewed, long nowNanos);

    /** A control message. */
    abstract void heard(String text, long nowNanos);

    /** Whatever of this side's own is due. */
    abstract void routine(long nowNanos);

    /** When {@link #routine} is next due. */
    abstract long ownDeadlineNanos();

    abstract void sayGoodbye(long nowNanos);

    final Pace pace() {
        return pace;
    }

    final Introduction introduction() {
        return introduction;
    }

    /** What is said of ourselves from the next renegotiation on. */
    final void introduce(Introduction next) {
        introduction = next;
    }

    /** Whether octets came that failed the check of the wrapping's key. */
    final boolean forged() {
        return forged;
    }

    final boolean closed() {
        return last.isPresent();
    }

    /** Whether the good-bye has been said. */
    final boolean leaving() {
        return leaveNanos != Long.MAX_VALUE;
    }

    /** Whether data keys exist. */
    final boolean keyed() {
        return keyring.isPresent();
    }

    /** The negotiation at hand; exists once a first packet was sent or taken. */
    final Negotiation negotiation() {
        return negotiation.orElseThrow();
    }

    final void effect(Effect effect) {
        effects.add(effect);
    }

    /** Says {@code message} if there is a way to; false if not. */
    final boolean say(String message) {
        boolean possible = negotiation.filter(Negotiation::active).isPresent();
        if (possible) {
            negotiation().say(message);
        }
        return possible;
    }

    /** Ends as soon as the peer has acknowledged everything, or after this long. */
    final void leave(long lingerNanos, long nowNanos) {
        leaveNanos = nowNanos + lingerNanos;
    }

    final void leave(long nowNanos) {
        leave(GOODBYE_NANOS, nowNanos);
    }

    final void close(Failure failure) {
        end(leaving() ? new Effect.ClosedOnRequest() : new Effect.Closed(failure));
    }

    /** Ends the session; the first reason stands. */
    final void end(Effect reason) {
        if (!closed()) {
            last = Optional.of(reason);
        }
    }

    /** A client's first word under its wrapping. */
    final void greet(long nowNanos) {
        boolean withKey = firstWrap.wrappedKeyLength() > 0;
        negotiate(0, withKey ? Opcode.HARD_RESET_CLIENT_V3 : Opcode.HARD_RESET_CLIENT_V2, nowNanos);
    }

    private void negotiate(int keyId, Opcode reset, long nowNanos) {
        negotiation.ifPresent(Negotiation::close);
        var tls = engines.create(pace.wallMillis(nowNanos));
        long deadline = nowNanos + pace.handshakeWindowNanos();
        negotiation =
                Optional.of(
                        new Negotiation(
                                keyId,
                                reset,
                                side,
                                introduction,
                                tls,
                                random,
                                firstWrap.wrappedKeyLength(),
                                deadline));
    }

    /** The first keys of the session. */
    final void key(KeyPlan plan, long nowNanos) {
        keyring = Optional.of(new Keyring(plan, side, own, peer, pace));
        if (plan.dynamicWrap()) {
            var exported = negotiation().tls().export(Exporter.DYNAMIC_TLS_CRYPT);
            boolean client = side == Side.CLIENT;
            laterWrap = Optional.of(TlsCrypt.renewed(exported, firstWrap.staticKey(), client));
        }
        installKeys(false, nowNanos);
    }

    final void installKeys(boolean renewed, long nowNanos) {
        Keyring ring = keyring.orElseThrow();
        effects.addAll(ring.install(negotiation(), nowNanos));
        String cipher = ring.plan().cipher().openvpnName();
        effects.add(new Effect.Secured(negotiation().facts(), cipher, renewed));
        negotiation().forgetSources();
        renegotiateNanos = pace.renegotiateAt(nowNanos);
    }

    private void receive(ByteBuffer octets, long nowNanos) {
        if (!octets.hasRemaining()) {
            return;
        }
        switch (wrapOf(octets.get(octets.position()) & 7).unwrap(octets, nowNanos)) {
            case ControlWrap.Refused(ControlWrap.Reason reason) ->
                    forged |= reason != ControlWrap.Reason.REPLAYED;
            case ControlWrap.Accepted(ControlPacket packet) -> {
                if (isForUs(packet, nowNanos) && isOfNegotiation(packet, nowNanos)) {
                    heardNanos = nowNanos;
                    heardFromPeer();
                    take(negotiation().received(packet), nowNanos);
                }
            }
        }
    }

    /**
     * Right kind, right sessions (protocol 2.3, security R67). Binds the first peer that fits; a
     * reset of another session never disturbs this one.
     */
    private boolean isForUs(ControlPacket packet, long nowNanos) {
        boolean acksOurs = packet.acks().messageIds().isEmpty() || packet.acks().peer().equals(own);
        if (!side.mayHear(packet) || !acksOurs || packet.own().equals(SessionId.NONE)) {
            return false;
        }
        if (peer.equals(SessionId.NONE) && side.introduces(packet)) {
            peer = packet.own();
            if (side == Side.SERVER) {
                negotiate(0, Opcode.HARD_RESET_SERVER_V2, nowNanos);
            }
        }
        return negotiation.isPresent() && packet.own().equals(peer);
    }

    /** The key id at hand, or the next one that the peer begins (protocol 9.2). */
    private boolean isOfNegotiation(ControlPacket packet, long nowNanos) {
        if (packet.keyId() == negotiation().keyId()) {
            return true;
        }
        boolean begins =
                packet.opcode() == Opcode.SOFT_RESET_V1
                        && packet.keyId() == next(negotiation().keyId());
        return begins && renegotiate(nowNanos);
    }

    private void take(List<Negotiation.Outcome> outcomes, long nowNanos) {
        boolean first = keyring.isEmpty();
        for (Negotiation.Outcome outcome : outcomes) {
            if (closed()) {
                return;
            }
            switch (outcome) {
                case Negotiation.HandshakeBegun _, Negotiation.SigningIn _ -> {
                    if (first) {
                        progressed(outcome);
                    }
                }
                case Negotiation.Active _ -> active(!first, nowNanos);
                case Negotiation.Message(String text) -> heard(text, nowNanos);
                case Negotiation.Failed(Failure failure) -> close(failure);
            }
        }
    }

    private boolean renegotiate(long nowNanos) {
        renegotiateNanos = Long.MAX_VALUE;
        boolean possible = keyed() && negotiation().finished() && !leaving();
        if (possible) {
            effects.addAll(keyring.orElseThrow().renegotiating(nowNanos));
            negotiate(next(negotiation().keyId()), Opcode.SOFT_RESET_V1, nowNanos);
        }
        return possible;
    }

    private void tick(long nowNanos) {
        if (nowNanos >= leaveNanos) {
            end(new Effect.ClosedOnRequest());
        } else if (negotiation.stream().anyMatch(n -> nowNanos >= n.deadlineNanos())) {
            close(unfinished());
        } else {
            routine(nowNanos);
            if (nowNanos >= renegotiateNanos) {
                renegotiate(nowNanos);
            }
            keyring.ifPresent(ring -> effects.addAll(ring.tick(nowNanos)));
        }
    }

    /** Why a handshake that is out of time has come to nothing. */
    Failure unfinished() {
        return new Failure.HandshakeFailed(Phrase.of(Phrase.Kind.OUT_OF_TIME));
    }

    /** Hands out all packets that are due, and the end if it has come. */
    private void flush(long nowNanos) {
        if (negotiation.isPresent()) {
            var channel = negotiation().channel();
            for (var out = channel.poll(nowNanos); out.isPresent(); out = channel.poll(nowNanos)) {
                effects.add(new Effect.Send(wrap(out.get(), nowNanos)));
            }
            if (leaving() && channel.isIdle()) {
                end(new Effect.ClosedOnRequest());
            }
        }
        if (closed()) {
            effects.add(last.orElseThrow());
            negotiation.ifPresent(Negotiation::close);
        }
    }

    private ByteBuffer wrap(Outgoing out, long nowNanos) {
        var acks =
                out.acks().isEmpty()
                        ? ControlPacket.Acks.NONE
                        : new ControlPacket.Acks(peer, out.acks());
        var packet =
                new ControlPacket(
                        out.opcode(),
                        negotiation().keyId(),
                        own,
                        acks,
                        out.messageId(),
                        out.payload());
        return wrapOf(packet.keyId()).wrap(packet, (int) (pace.wallMillis(nowNanos) / 1000));
    }

    /** The first key id keeps the profile's wrapping (protocol 3.6). */
    private ControlWrap wrapOf(int keyId) {
        return keyId == 0 ? firstWrap : laterWrap.orElse(firstWrap);
    }

    private static int next(int keyId) {
        return keyId == 7 ? 1 : keyId + 1;
    }

    private static SessionId freshId(RandomSource random) {
        long value = 0;
        while (value == 0) {
            value = ByteBuffer.wrap(random.next(SessionId.LENGTH)).getLong();
        }
        return new SessionId(value);
    }
}
