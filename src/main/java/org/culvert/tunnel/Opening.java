package org.culvert.tunnel;

import org.culvert.failure.Failure;
import org.culvert.failure.Phrase;
import org.culvert.net.Endpoint;
import org.culvert.net.IpAddress;
import org.culvert.net.Transport;
import org.culvert.platform.PlatformException;
import org.culvert.platform.TunDevice;
import org.culvert.prompt.Answer;
import org.culvert.protocol.session.ClientSessions;
import org.culvert.protocol.session.Session;
import org.culvert.secret.Secret;
import org.culvert.spec.ConnectSpec;
import org.culvert.spec.ControlWrapping;
import org.culvert.spec.Proxy;
import org.culvert.spec.Reach;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** From an address to a running attempt: keys, session, line, pumps. May wait; not pure. */
record Opening(Known known, Machine machine, TunDevice tun, Dialing dialing) {
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
                    line(sessions, feed, inbox::accept);
        };
    }

    private Result line(ClientSessions sessions, Consumer<TunnelEvent> feed, Executor inbox) {
        TunnelEffect.Open wanted = dialing.wanted();
        try {
            Line line = dialing.dial();
            Session session =
                    sessions.create(
                            wanted.hop(), wanted.remote(), wanted.seconds(), known.credentials());
            boolean extraKey = !(known.spec().wrapping() instanceof ControlWrapping.Plain);
            var sizes = wanted.remote().reach().sizes();
            return new Opened(
                    new Attempt(machine, session, line, tun, sizes, extraKey, feed, inbox));
        } catch (Dialing.Stopped e) {
            return new NotOpened(e.event());
        } catch (PlatformException e) {
            return new NotOpened(new TunnelEvent.Failed(failure(e)));
        }
    }

    private Failure failure(PlatformException e) {
        TunnelEffect.Open wanted = dialing.wanted();
        Optional<Proxy> proxy = wanted.remote().reach().proxy();
        Endpoint hop = wanted.hop();
        Transport transport = proxy.isPresent() ? Transport.TCP : wanted.remote().transport();
        if (e.refused()) {
            return new Failure.Refused(hop, transport);
        }
        if (e.offline()) {
            return new Failure.Offline();
        }
        if (e.unreachable()) {
            return new Failure.Unreachable(hop, transport);
        }
        return switch (e.errno()) {
            case 1 -> refused(Phrase.of(Phrase.Kind.SOCKET), e);
            case 98, 99 -> refused(ownEnd(wanted.remote().reach()), e);
            default -> new Failure.NoAnswer(hop, transport, false, wanted.seconds());
        };
    }

    private static Failure refused(Phrase what, PlatformException e) {
        return new Failure.NetworkRefused(what, e.reason());
    }

    /** Address and port of our end as the profile names them, either of which may be missing. */
    private static Phrase ownEnd(Reach reach) {
        String address =
                reach.local().flatMap(Reach.Local::address).map(IpAddress::toString).orElse("");
        int port = reach.local().map(Reach.Local::port).orElse(0);
        return Phrase.of(Phrase.Kind.LOCAL_ADDRESS, address + (port == 0 ? "" : ":" + port));
    }
}
