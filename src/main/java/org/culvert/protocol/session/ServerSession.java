package org.culvert.protocol.session;

import org.culvert.protocol.control.CipherChoice;
import org.culvert.protocol.control.ClientAbilities;
import org.culvert.protocol.control.ControlMessages;
import org.culvert.protocol.control.KeyMethod2;
import org.culvert.protocol.data.DataCipher;
import org.culvert.protocol.data.StubFraming;
import org.culvert.protocol.tls.TlsEngines;
import org.culvert.protocol.wire.ControlWrap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A server's session with one client: answers, has it judged, gives it settings. */
public final class ServerSession extends Session {
    /** So long a client that was refused may fetch the reason. */
    private static final long LINGER_NANOS = Pace.nanos(5);

    private final ServerSettings settings;
    private Optional<Grant> grant = Optional.empty();
    private boolean asked;

    /** A session that waits for its client's first word. */
    public ServerSession(
            ServerSettings settings, ControlWrap wrap, TlsEngines engines, RandomSource random) {
        super(Side.SERVER, settings.introduction(), settings.pace(), wrap, engines, random);
        this.settings = settings;
    }

    @Override
    void told(Event event, long nowNanos) {
        if (event instanceof Event.Admitted(Grant given)) {
            admit(given, nowNanos);
        } else if (event instanceof Event.Rejected(String reason)) {
            refuse(reason, nowNanos);
        }
    }

    @Override
    void heardFromPeer() {}

    @Override
    void progressed(Negotiation.Outcome outcome) {}

    @Override
    void active(boolean renewed, long nowNanos) {
        KeyMethod2 client = negotiation().peers();
        effect(new Effect.Introduced(client.credentials(), client.peerInfo()));
    }

    @Override
    void heard(String text, long nowNanos) {
        if (text.equals("PUSH_REQUEST")) {
            asked = true;
            push(nowNanos);
        } else if (text.equals("EXIT")) {
            end(new Effect.PeerLeft());
        }
    }

    private void admit(Grant given, long nowNanos) {
        if (keyed()) {
            if (negotiation().active()) {
                installKeys(true, nowNanos);
            }
            return;
        }
        grant = Optional.of(given);
        push(nowNanos);
    }

    private void refuse(String reason, long nowNanos) {
        say(reason.isEmpty() ? "AUTH_FAILED" : "AUTH_FAILED," + reason);
        leave(LINGER_NANOS, nowNanos);
    }

    /** The settings, once the client is admitted and ready for them. */
    private void push(long nowNanos) {
        if (keyed() || leaving() || grant.isEmpty()) {
            return;
        }
        KeyMethod2 client = negotiation().peers();
        var abilities = ClientAbilities.of(client.peerInfo());
        if (!asked && !abilities.requestPush()) {
            return;
        }
        Optional<DataCipher> cipher =
                CipherChoice.of(settings.ciphers(), client.peerInfo(), client.options())
                        .flatMap(DataCipher::named);
        if (cipher.isEmpty()) {
            refuse("Data channel cipher negotiation failed (no shared cipher)", nowNanos);
            return;
        }
        int peerId = abilities.dataV2() ? grant.get().peerId() : -1;
        var plan =
                new KeyPlan(
                        cipher.get(),
                        settings.digest(),
                        abilities.keyExport(),
                        peerId,
                        StubFraming.NONE,
                        abilities.dynamicWrap(),
                        abilities.epochs() && cipher.get().aead());
        ControlMessages.pushReply(options(plan, abilities)).forEach(this::say);
        key(plan, nowNanos);
    }

    private List<String> options(KeyPlan plan, ClientAbilities abilities) {
        var options = new ArrayList<>(grant.orElseThrow().options());
        if (plan.peerId() >= 0) {
            options.add("peer-id " + plan.peerId());
        }
        options.add("cipher " + plan.cipher().openvpnName());
        String flags = abilities.protocolFlags(plan.epochs());
        if (!flags.isEmpty()) {
            options.add("protocol-flags " + flags);
        }
        return options;
    }

    @Override
    void sayGoodbye(long nowNanos) {
        if (say("RESTART")) {
            leave(nowNanos);
        } else {
            end(new Effect.ClosedOnRequest());
        }
    }

    @Override
    void routine(long nowNanos) {}

    @Override
    long ownDeadlineNanos() {
        return Long.MAX_VALUE;
    }
}
