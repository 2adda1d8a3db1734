package org.culvert.protocol.session;

import org.culvert.protocol.control.KeyDerivation;
import org.culvert.protocol.control.PulledSettings;
import org.culvert.protocol.data.DataKeys;
import org.culvert.protocol.wire.SessionId;

import java.util.ArrayList;
import java.util.List;

/**
 * Which data keys live and which one seals (protocol 9.3). A new key opens at once; it seals when
 * the peer has used it, or when the peer must have it.
 */
final class Keyring {
    private static final int NONE = -1;
    private static final long TRANSITION_SECONDS = 3600;

    private final PulledSettings pulled;
    private final SessionId own;
    private final SessionId peer;
    private final long switchAfterNanos;
    private int sealing = NONE;
    private int waiting = NONE;
    private int lame = NONE;
    private long switchAtNanos = Long.MAX_VALUE;
    private long forgetAtNanos = Long.MAX_VALUE;

    Keyring(PulledSettings pulled, SessionId own, SessionId peer, SessionSettings settings) {
        this.pulled = pulled;
        this.own = own;
        this.peer = peer;
        int half = settings.renegotiateSeconds() / 2;
        int window = settings.handshakeWindowSeconds();
        this.switchAfterNanos = SessionSettings.nanos(half > 0 ? Math.min(half, window) : window);
    }

    /** The keys of a negotiation that has become active. */
    List<Effect> install(Negotiation negotiation, long nowNanos) {
        var effects = new ArrayList<Effect>();
        if (lame != NONE) {
            effects.add(new Effect.ForgetKeys(lame));
            lame = NONE;
            forgetAtNanos = Long.MAX_VALUE;
        }
        effects.add(new Effect.InstallKeys(derive(negotiation), pulled.framing()));
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
            effects.add(new Effect.ForgetKeys(lame));
            lame = NONE;
            forgetAtNanos = Long.MAX_VALUE;
        }
        return effects;
    }

    long deadlineNanos() {
        return Math.min(switchAtNanos, forgetAtNanos);
    }

    private List<Effect> switchOver(long nowNanos) {
        lame = sealing;
        sealing = waiting;
        waiting = NONE;
        switchAtNanos = Long.MAX_VALUE;
        forgetAtNanos = nowNanos + SessionSettings.nanos(TRANSITION_SECONDS);
        return List.of(new Effect.SealWith(sealing));
    }

    private DataKeys derive(Negotiation negotiation) {
        var shape =
                new KeyDerivation.Shape(
                        pulled.cipher(), negotiation.keyId(), pulled.peerId(), true);
        return pulled.exporter()
                ? KeyDerivation.byExporter(
                        negotiation.tls().export(org.culvert.protocol.tls.Exporter.DATA_KEYS),
                        shape)
                : KeyDerivation.byPrf(
                        negotiation.own(), negotiation.peers().source(), own, peer, shape);
    }
}
