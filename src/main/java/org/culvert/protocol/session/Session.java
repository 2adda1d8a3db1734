package org.culvert.protocol.session;

import org.culvert.failure.Failure;
import org.culvert.protocol.control.PulledSettings;
import org.culvert.protocol.control.ServerMessage;
import org.culvert.protocol.reliable.ReliableChannel.Outgoing;
import org.culvert.protocol.tls.TlsEngines;
import org.culvert.protocol.wire.ControlPacket;
import org.culvert.protocol.wire.ControlWrap;
import org.culvert.protocol.wire.Opcode;
import org.culvert.protocol.wire.SessionId;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A client's session with one server, from the first reset to the good-bye: events and time in,
 * effects out (protocol 2-9; C: {@code tls_pre_decrypt}, {@code tls_process}). Times are
 * nanoseconds of the owner's clock. One thread only.
 */
public final class Session {
    private static final long PUSH_INTERVAL_NANOS = SessionSettings.nanos(5);
    private static final long GOODBYE_NANOS = SessionSettings.nanos(1);

    private final SessionSettings settings;
    private final ControlWrap wrap;
    private final TlsEngines engines;
    private final RandomSource random;
    private final SessionId own;
    private final List<String> pushed = new ArrayList<>();
    private final List<Effect> effects = new ArrayList<>();
    private SessionId peer = SessionId.NONE;
    private Optional<Negotiation> negotiation = Optional.empty();
    private Optional<Keyring> keyring = Optional.empty();
    private Optional<PulledSettings> pulled = Optional.empty();
    private boolean closed;
    private boolean forged;
    private long firstByteNanos = Long.MAX_VALUE;
    private long pushRequestNanos = Long.MAX_VALUE;
    private long pushDeadlineNanos = Long.MAX_VALUE;
    private long renegotiateNanos = Long.MAX_VALUE;
    private long goodbyeNanos = Long.MAX_VALUE;

    /** A session that has not said a word yet. */
    public Session(
            SessionSettings settings, ControlWrap wrap, TlsEngines engines, RandomSource random) {
        this.settings = settings;
        this.wrap = wrap;
        this.engines = engines;
        this.random = random;
        this.own = freshId(random);
    }

    /** Takes what happened at {@code nowNanos}; the answer is to be done in its order. */
    public List<Effect> on(Event event, long nowNanos) {
        if (closed) {
            return List.of();
        }
        switch (event) {
            case Event.Started _ -> start(nowNanos);
            case Event.Received(ByteBuffer packet) -> receive(packet, nowNanos);
            case Event.PeerUsesKey(int keyId) ->
                    keyring.ifPresent(ring -> effects.addAll(ring.peerUses(keyId, nowNanos)));
            case Event.KeyWorn _ -> renegotiate(nowNanos);
            case Event.CloseRequested _ -> sayGoodbye(nowNanos);
            case Event.Tick _ -> tick(nowNanos);
        }
        flush(nowNanos);
        var done = List.copyOf(effects);
        effects.clear();
        return done;
    }

    /** When {@link Event.Tick} is next due; {@link Long#MAX_VALUE} if never by itself. */
    public long deadlineNanos() {
        if (closed) {
            return Long.MAX_VALUE;
        }
        long soonest = Math.min(firstByteNanos, Math.min(pushRequestNanos, pushDeadlineNanos));
        soonest = Math.min(soonest, Math.min(renegotiateNanos, goodbyeNanos));
        for (Negotiation current : negotiation.stream().toList()) {
            soonest = Math.min(soonest, current.deadlineNanos());
            soonest = Math.min(soonest, current.channel().deadlineNanos());
        }
        for (Keyring ring : keyring.stream().toList()) {
            soonest = Math.min(soonest, ring.deadlineNanos());
        }
        return soonest;
    }

    private void start(long nowNanos) {
        firstByteNanos = nowNanos + SessionSettings.nanos(settings.connectTimeoutSeconds());
        negotiate(0, Opcode.HARD_RESET_CLIENT_V2, nowNanos);
        effects.add(new Effect.EnterStage(2));
    }

    private void negotiate(int keyId, Opcode reset, long nowNanos) {
        negotiation.ifPresent(Negotiation::close);
        var tls = engines.create(settings.wallMillis(nowNanos));
        negotiation = Optional.of(new Negotiation(keyId, reset, settings, tls, random, nowNanos));
    }

    private void receive(ByteBuffer octets, long nowNanos) {
        switch (wrap.unwrap(octets, nowNanos)) {
            case ControlWrap.Refused(ControlWrap.Reason reason) ->
                    forged |= reason != ControlWrap.Reason.REPLAYED;
            case ControlWrap.Accepted(ControlPacket packet) -> {
                if (isForUs(packet) && isOfNegotiation(packet, nowNanos)) {
                    firstByteNanos = Long.MAX_VALUE;
                    take(negotiation.orElseThrow().received(packet), nowNanos);
                }
            }
        }
    }

    /**
     * Right kind, right sessions (protocol 2.3, security R67). Binds the first server that fits.
     */
    private boolean isForUs(ControlPacket packet) {
        boolean fromClient =
                packet.opcode() == Opcode.HARD_RESET_CLIENT_V2
                        || packet.opcode() == Opcode.HARD_RESET_CLIENT_V3
                        || packet.opcode() == Opcode.CONTROL_WKC_V1;
        boolean acksOurs = packet.acks().messageIds().isEmpty() || packet.acks().peer().equals(own);
        if (fromClient || !acksOurs) {
            return false;
        }
        boolean firstAnswer =
                packet.opcode() == Opcode.HARD_RESET_SERVER_V2
                        && packet.keyId() == 0
                        && packet.messageId() == 0
                        && !packet.acks().messageIds().isEmpty();
        if (peer.equals(SessionId.NONE) && firstAnswer) {
            peer = packet.own();
        }
        return packet.own().equals(peer);
    }

    /** The key id at hand, or the next one that the server begins (protocol 9.2). */
    private boolean isOfNegotiation(ControlPacket packet, long nowNanos) {
        Negotiation current = negotiation.orElseThrow();
        if (packet.keyId() == current.keyId()) {
            return true;
        }
        boolean begins =
                packet.opcode() == Opcode.SOFT_RESET_V1
                        && packet.keyId() == next(current.keyId())
                        && keyring.isPresent()
                        && current.active();
        if (begins) {
            renegotiate(nowNanos);
        }
        return begins;
    }

    private void take(List<Negotiation.Outcome> outcomes, long nowNanos) {
        boolean first = keyring.isEmpty();
        for (Negotiation.Outcome outcome : outcomes) {
            switch (outcome) {
                case Negotiation.HandshakeBegun _ -> stage(3, first);
                case Negotiation.SigningIn _ -> stage(4, first);
                case Negotiation.Active _ -> active(nowNanos);
                case Negotiation.Message(String text) -> hear(ServerMessage.parse(text), nowNanos);
                case Negotiation.Failed(Failure failure) -> close(failure);
            }
        }
    }

    private void stage(int stage, boolean first) {
        if (first) {
            effects.add(new Effect.EnterStage(stage));
        }
    }

    private void active(long nowNanos) {
        if (keyring.isPresent()) {
            installKeys(true, nowNanos);
            return;
        }
        effects.add(new Effect.EnterStage(5));
        pushRequestNanos = nowNanos;
        pushDeadlineNanos = nowNanos + SessionSettings.nanos(settings.handshakeWindowSeconds());
    }

    private void installKeys(boolean renewed, long nowNanos) {
        Negotiation current = negotiation.orElseThrow();
        effects.addAll(keyring.orElseThrow().install(current, nowNanos));
        String cipher = pulled.orElseThrow().cipher().openvpnName();
        effects.add(new Effect.Secured(current.facts(), cipher, renewed));
        int seconds = settings.renegotiateSeconds();
        renegotiateNanos =
                seconds == 0 ? Long.MAX_VALUE : nowNanos + SessionSettings.nanos(seconds);
    }

    private void hear(ServerMessage message, long nowNanos) {
        switch (message) {
            case ServerMessage.PushReply(List<String> options, boolean more) ->
                    pushed(options, more, nowNanos);
            case ServerMessage.AuthFailed(String reason) -> close(refusal(reason));
            case ServerMessage.AuthPending(int seconds) -> {
                if (keyring.isEmpty() && seconds > 0) {
                    pushDeadlineNanos = nowNanos + SessionSettings.nanos(Math.min(seconds, 1800));
                }
            }
            case ServerMessage.Restart(String text) -> close(new Failure.ServerEnded(text, false));
            case ServerMessage.Halt(String text) -> close(new Failure.ServerEnded(text, true));
            case ServerMessage.Exit _ -> close(new Failure.ServerEnded("", false));
            case ServerMessage.Notice(String text) -> effects.add(new Effect.Say(text));
            case ServerMessage.Unknown _ -> {}
        }
    }

    private static Failure refusal(String reason) {
        return reason.isBlank() ? new Failure.WrongPassword() : new Failure.SignInRefused(reason);
    }

    private void pushed(List<String> options, boolean more, long nowNanos) {
        if (keyring.isPresent() || pushed.size() + options.size() > 2000) {
            return;
        }
        pushed.addAll(options);
        if (more) {
            return;
        }
        String serverOptions = negotiation.orElseThrow().peers().options();
        switch (PulledSettings.of(pushed, settings.policy(), serverOptions)) {
            case PulledSettings.Bad(Failure failure) -> close(failure);
            case PulledSettings.Good(PulledSettings good) -> {
                pushRequestNanos = Long.MAX_VALUE;
                pushDeadlineNanos = Long.MAX_VALUE;
                pulled = Optional.of(good);
                keyring = Optional.of(new Keyring(good, own, peer, settings));
                installKeys(false, nowNanos);
                effects.add(new Effect.Configure(good.settings()));
            }
        }
    }

    private void renegotiate(long nowNanos) {
        Negotiation current = negotiation.orElseThrow();
        renegotiateNanos = Long.MAX_VALUE;
        if (keyring.isPresent() && current.active()) {
            negotiate(next(current.keyId()), Opcode.SOFT_RESET_V1, nowNanos);
        }
    }

    private void sayGoodbye(long nowNanos) {
        boolean byControl =
                pulled.map(good -> good.settings().controlExit()).orElse(false)
                        && negotiation.filter(Negotiation::active).isPresent();
        int times = pulled.map(good -> good.settings().exitNotify()).orElse(0);
        if (byControl) {
            negotiation.orElseThrow().say("EXIT");
            goodbyeNanos = nowNanos + GOODBYE_NANOS;
            return;
        }
        if (times > 0) {
            effects.add(new Effect.NotifyExit(times));
        }
        end(new Effect.ClosedOnRequest());
    }

    private void tick(long nowNanos) {
        if (nowNanos >= firstByteNanos) {
            close(noFirstByte());
        } else if (nowNanos >= goodbyeNanos) {
            end(new Effect.ClosedOnRequest());
        } else if (nowNanos >= pushDeadlineNanos) {
            close(new Failure.HandshakeFailed("the server sent no settings in time"));
        } else if (negotiation.stream().anyMatch(n -> nowNanos >= n.deadlineNanos())) {
            close(new Failure.HandshakeFailed("the handshake was not finished in time"));
        } else {
            routine(nowNanos);
        }
    }

    private void routine(long nowNanos) {
        if (nowNanos >= pushRequestNanos) {
            negotiation.orElseThrow().say("PUSH_REQUEST");
            pushRequestNanos = nowNanos + PUSH_INTERVAL_NANOS;
        }
        if (nowNanos >= renegotiateNanos) {
            renegotiate(nowNanos);
        }
        keyring.ifPresent(ring -> effects.addAll(ring.tick(nowNanos)));
    }

    /**
     * Silence is a dead server or a wrong extra key alike; only bytes that fail tell them apart.
     */
    private Failure noFirstByte() {
        return forged && settings.extraKey()
                ? new Failure.ExtraKeyMismatch(settings.remote())
                : new Failure.NoAnswer(
                        settings.remote(),
                        settings.transport(),
                        settings.extraKey(),
                        settings.connectTimeoutSeconds());
    }

    private void close(Failure failure) {
        end(new Effect.Closed(failure));
    }

    private void end(Effect last) {
        if (!closed) {
            closed = true;
            effects.add(last);
        }
    }

    /** Wraps and hands out all packets that are due. */
    private void flush(long nowNanos) {
        if (negotiation.isEmpty()) {
            return;
        }
        Negotiation current = negotiation.get();
        int insertAt = closed ? effects.size() - 1 : effects.size();
        var sends = new ArrayList<Effect>();
        for (var out = current.channel().poll(nowNanos);
                out.isPresent();
                out = current.channel().poll(nowNanos)) {
            sends.add(new Effect.Send(wrap(current.keyId(), out.get(), nowNanos)));
        }
        effects.addAll(insertAt, sends);
        if (closed) {
            current.close();
        }
        if (goodbyeNanos != Long.MAX_VALUE && current.channel().isIdle() && !closed) {
            end(new Effect.ClosedOnRequest());
            current.close();
        }
    }

    private ByteBuffer wrap(int keyId, Outgoing out, long nowNanos) {
        var acks =
                out.acks().isEmpty()
                        ? ControlPacket.Acks.NONE
                        : new ControlPacket.Acks(peer, out.acks());
        var packet =
                new ControlPacket(out.opcode(), keyId, own, acks, out.messageId(), out.payload());
        return wrap.wrap(packet, (int) (settings.wallMillis(nowNanos) / 1000));
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
