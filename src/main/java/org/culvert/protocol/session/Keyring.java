package org.culvert.protocol.session;

import org.culvert.protocol.control.KeyDerivation;
import org.culvert.protocol.data.DataKeys;
import org.culvert.protocol.tls.Exporter;
import org.culvert.protocol.wire.SessionId;

import java.util.ArrayList;
import java.util.List;

/**
 * Which data keys live and which one seals (protocol 9.3). A new key opens at once; it seals when
 * the peer has used it, or when the peer must have it. At most two live, as at the peer's.
 */
final class Keyring {
    private static final int NONE = -1;
    private static final long TRANSITION_NANOS = Pace.nanos(3600);

    private final KeyPlan plan;
    private final Side side;
    private final SessionId client;
    private final SessionId server;
    private final long switchAfterNanos;
    private int sealing = NONE;
    private int waiting = NONE;
    private int lame = NONE;
    private long switchAtNanos = Long.MAX_VALUE;
    private long forgetAtNanos = Long.MAX_VALUE;

    Keyring(KeyPlan plan, Side side, SessionId own, SessionId peer, Pace pace) {
        this.plan = plan;
        this.side = side;
        this.client = side == Side.CLIENT ? own : peer;
        this.server = side == Side.CLIENT ? peer : own;
        this.switchAfterNanos = pace.switchNanos();
    }

    KeyPlan plan() {
        return plan;
    }

    /** A negotiation begins: the peer gives up all keys but the newest. */
    List<Effect> renegotiating(long nowNanos) {
        return waiting == NONE ? List.of() : switchOver(nowNanos);
    }

    /** The keys of a negotiation that has become active. */
    List<Effect> install(Negotiation negotiation, long nowNanos) {
        var effects = new ArrayList<>(forgetLame());
        effects.add(new Effect.InstallKeys(derive(negotiation), plan.framing()));
        if (sealing == NONE) {
            sealing = negotiation.keyId();
            effects.add(new Effect.SealWith(sealing));
        } else {
            waiting = negotiation.keyId();
            switchAtNanos = nowNanos + switchAfterNanos;
        }
        return effects;
    }

    /** The peer has sealed with {@code keyId}. */
    List<Effect> peerUses(int keyId, long nowNanos) {
        return keyId == waiting ? switchOver(nowNanos) : List.of();
    }

    List<Effect> tick(long nowNanos) {
        var effects = new ArrayList<Effect>();
        if (nowNanos >= switchAtNanos) {
            effects.addAll(switchOver(nowNanos));
        }
        if (nowNanos >= forgetAtNanos) {
            effects.addAll(forgetLame());
        }
        return effects;
    }

    long deadlineNanos() {
        return Math.min(switchAtNanos, forgetAtNanos);
    }

    private List<Effect> switchOver(long nowNanos) {
        var effects = new ArrayList<>(forgetLame());
        lame = sealing;
        sealing = waiting;
        waiting = NONE;
        switchAtNanos = Long.MAX_VALUE;
        forgetAtNanos = nowNanos + TRANSITION_NANOS;
        effects.add(new Effect.SealWith(sealing));
        return effects;
    }

    private List<Effect> forgetLame() {
        if (lame == NONE) {
            return List.of();
        }
        var forgotten = new Effect.ForgetKeys(lame);
        lame = NONE;
        forgetAtNanos = Long.MAX_VALUE;
        return List.of(forgotten);
    }

    private DataKeys derive(Negotiation negotiation) {
        boolean isClient = side == Side.CLIENT;
        var shape =
                new KeyDerivation.Shape(
                        plan.cipher(), plan.format(), negotiation.keyId(), plan.peerId(), isClient);
        if (plan.exporter()) {
            return KeyDerivation.byExporter(negotiation.tls().export(Exporter.DATA_KEYS), shape);
        }
        var ours = negotiation.own();
        var theirs = negotiation.peers().source();
        return KeyDerivation.byPrf(
                isClient ? ours : theirs, isClient ? theirs : ours, client, server, shape);
    }
}
