package org.culvert.tunnel;

import org.culvert.failure.Failure;
import org.culvert.net.Endpoint;
import org.culvert.net.Transport;
import org.culvert.platform.Link;
import org.culvert.platform.PlatformException;
import org.culvert.platform.TunDevice;
import org.culvert.prompt.Answer;
import org.culvert.protocol.session.ClientSessions;
import org.culvert.protocol.session.Session;
import org.culvert.secret.Secret;
import org.culvert.spec.ConnectSpec;
import org.culvert.spec.ControlWrapping;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** From an address to a running attempt: keys, session, link, pumps. May wait; not pure. */
record Opening(Known known, Machine machine, TunDevice tun, Endpoint remote, Transport transport) {
    /** What the tunnel knew when it asked for this. */
    record Known(
            ConnectSpec spec,
            Optional<Answer.Credentials> credentials,
            Optional<Secret> passphrase) {}

    /** What came of it. */
    sealed interface Result {}

    /** A session that can start. */
    record Opened(Attempt attempt) implements Result {}

    /** What the tunnel is told instead. */
    record NotOpened(TunnelEvent event) implements Result {}

    Result open(Consumer<TunnelEvent> feed, Consumer<Runnable> inbox) {
        long now = machine.clock().nanos();
        long wallAtZero = System.currentTimeMillis() - now / 1_000_000;
        return switch (ClientSessions.of(
                known.spec(), known.passphrase(), machine.random(), wallAtZero)) {
            case ClientSessions.Unusable(Failure failure) ->
                    new NotOpened(new TunnelEvent.Failed(failure));
            case ClientSessions.PassphraseNeeded(boolean rejected) ->
                    new NotOpened(new TunnelEvent.PassphraseNeeded(rejected));
            case ClientSessions.Ready(ClientSessions sessions) ->
                    link(
                            sessions.create(remote, transport, known.credentials()),
                            feed,
                            inbox::accept);
        };
    }

    private Result link(Session session, Consumer<TunnelEvent> feed, Executor inbox) {
        try {
            int timeout = known.spec().timers().connectTimeout() * 1000;
            Link link = machine.links().open(remote, transport, machine.mark(), timeout);
            boolean extraKey = !(known.spec().wrapping() instanceof ControlWrapping.Plain);
            int mssFix = known.spec().data().mssFix().orElse(0);
            return new Opened(
                    new Attempt(machine, session, link, tun, mssFix, extraKey, feed, inbox));
        } catch (PlatformException e) {
            return new NotOpened(new TunnelEvent.Failed(failure(e)));
        }
    }

    private Failure failure(PlatformException e) {
        if (e.refused()) {
            return new Failure.Refused(remote, transport);
        }
        return switch (e.errno()) {
            case 100, 101 -> new Failure.Offline();
            case 1 -> new Failure.NetworkRefused("socket", String.valueOf(e.getMessage()));
            default ->
                    new Failure.NoAnswer(
                            remote, transport, false, known.spec().timers().connectTimeout());
        };
    }
}
