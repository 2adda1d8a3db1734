package org.culvert.tunnel;

import org.culvert.failure.Failure;
import org.culvert.failure.Phrase;
import org.culvert.net.Endpoint;
import org.culvert.net.Transport;
import org.culvert.perf.StageSnapshot;
import org.culvert.platform.Link;
import org.culvert.platform.PlatformException;
import org.culvert.platform.TunDevice;
import org.culvert.protocol.control.ComeBack;
import org.culvert.protocol.control.Keepalive;
import org.culvert.protocol.control.TunnelSettings;
import org.culvert.protocol.session.Effect;
import org.culvert.protocol.session.Event;
import org.culvert.protocol.session.Session;
import org.culvert.protocol.tls.TlsFacts;
import org.culvert.spec.PacketSizes;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * One session over one link: drives the pure session, keeps it alive, hands keys to the path. All
 * methods run on the control thread but those of {@link PumpListener}, which only queue.
 */
final class Attempt implements PumpListener {
    private final Machine machine;
    private final Session session;
    private final DataPath path;
    private final Link link;
    private final boolean extraKey;
    private final Consumer<TunnelEvent> feed;
    private final Executor inbox;
    private Optional<TunnelSettings> settings = Optional.empty();
    private Optional<Probe> probe = Optional.empty();
    private Optional<Lifetime> lifetime = Optional.empty();
    private Optional<Effect.Secured> secured = Optional.empty();
    private long startedNanos;
    private boolean up;
    private boolean ended;
    private boolean verified;
    private Consumer<String> diary = _ -> {};

    Attempt(
            Machine machine,
            Session session,
            Line line,
            TunDevice tun,
            PacketSizes sizes,
            boolean extraKey,
            Consumer<TunnelEvent> feed,
            Executor inbox)
            throws PlatformException {
        this.machine = machine;
        this.session = session;
        this.link = line.link();
        this.extraKey = extraKey;
        this.feed = feed;
        this.inbox = inbox;
        this.path = machine.dataPaths().create(tun, line, this, sizes);
    }

    void start(TunnelWatcher watcher) {
        diary = watcher::diary;
        path.start("tunnel");
        startedNanos = machine.clock().nanos();
        drive(new Event.Started());
    }

    /** The device and routes of the settings are in place, perhaps not for the first time. */
    void networkReady() {
        up = true;
        long now = machine.clock().nanos();
        lifetime = lifetime.or(() -> Optional.of(new Lifetime(now, path.counters().carried())));
        probe = settings.flatMap(s -> Probe.of(s, machine.random().nextInt(0x10000)));
        path.sendPing();
        tick(now, true);
    }

    long deadlineNanos() {
        return session.deadlineNanos();
    }

    void tick(long nowNanos, boolean watched) {
        if (!ended && session.deadlineNanos() <= nowNanos) {
            drive(new Event.Tick());
        }
        if (up && !ended) {
            keepAlive(nowNanos, watched);
        }
    }

    private void keepAlive(long nowNanos, boolean watched) {
        probe.flatMap(p -> p.due(nowNanos, watched || !verified))
                .ifPresent(sequence -> path.sendProbe(probe.orElseThrow().echo(), sequence));
        verify();
        Keepalive times = settings.orElseThrow().keepalive();
        if (Lifetime.owesPing(times, nowNanos - path.lastSentNanos())) {
            path.sendPing();
        }
        lifetime.flatMap(life ->
                        life.end(times, silentNanos(nowNanos), path.counters().carried(), nowNanos))
                .ifPresent(this::end);
    }

    /** A server is known to answer once anything of its data channel was authentic. */
    private void verify() {
        if (up && !verified && path.counters().lastOpenedNanos() > 0) {
            verified = true;
            feed.accept(new TunnelEvent.Verified());
        }
    }

    /** Seconds since anything of the server was authenticated. */
    long silentSeconds(long nowNanos) {
        return silentNanos(nowNanos) / 1_000_000_000L;
    }

    private long silentNanos(long nowNanos) {
        long heard = Math.max(session.heardNanos(), path.counters().lastOpenedNanos());
        return nowNanos - Math.max(startedNanos, heard);
    }

    Optional<Effect.Secured> secured() {
        return secured;
    }

    DataCounters counters() {
        return path.counters();
    }

    StageSnapshot stages() {
        return path.stages();
    }

    DropCounts drops() {
        return path.drops();
    }

    /** What people call the data path. */
    String dataPath() {
        return path.name();
    }

    int rttMillis() {
        return probe.map(Probe::rttMillis).orElse(-1);
    }

    int lossPercent() {
        return probe.map(Probe::lossPercent).orElse(-1);
    }

    void sayGoodbye() {
        if (!ended) {
            drive(new Event.CloseRequested());
        }
    }

    void close() {
        ended = true;
        path.close();
    }

    @Override
    public void control(ByteBuffer packet) {
        inbox.execute(() -> drive(new Event.Received(packet)));
    }

    @Override
    public void linkFailed(PlatformException why) {
        inbox.execute(() -> linkEnded(why));
    }

    @Override
    public void peerUses(int keyId) {
        inbox.execute(() -> {
            drive(new Event.PeerUsesKey(keyId));
            verify();
        });
    }

    @Override
    public void keyWorn() {
        inbox.execute(() -> drive(new Event.KeyWorn()));
    }

    @Override
    public void peerLeaves() {
        inbox.execute(() -> end(new Failure.ServerEnded("", false)));
    }

    @Override
    public void serverMoved(Endpoint remote) {
        inbox.execute(() -> feed.accept(new TunnelEvent.ServerMoved(remote)));
    }

    @Override
    public void echo(int sequence, long nowNanos) {
        inbox.execute(() -> probe.ifPresent(p -> p.answer(sequence, nowNanos)));
    }

    private void linkEnded(PlatformException why) {
        if (ended || (up && ignores(why))) {
            return;
        }
        if (up) {
            end(new Failure.ConnectionLost((int) silentSeconds(machine.clock().nanos())));
        } else {
            end(link.transport() == Transport.UDP ? unreachable(why) : hungUp(why));
        }
    }

    /** A datagram that nobody took; the next one may be. */
    private boolean ignores(PlatformException why) {
        return link.transport() == Transport.UDP && why.refused();
    }

    private Failure unreachable(PlatformException why) {
        if (why.refused()) {
            return new Failure.Refused(link.remote(), Transport.UDP);
        }
        if (why.offline()) {
            return new Failure.Offline();
        }
        return why.unreachable()
                ? new Failure.Unreachable(link.remote(), Transport.UDP)
                : new Failure.NetworkRefused(Phrase.of(Phrase.Kind.SOCKET), why.reason());
    }

    /** A server that has accepted one of our packets has the same extra key. */
    private Failure hungUp(PlatformException why) {
        boolean neverHeard = session.heardNanos() == 0;
        return extraKey && neverHeard
                ? new Failure.ExtraKeyMismatch(link.remote())
                : new Failure.HandshakeFailed(
                        why.errno() == 0 ? Phrase.of(Phrase.Kind.CLOSED_BY_SERVER) : why.reason());
    }

    private void drive(Event event) {
        if (ended) {
            return;
        }
        List<Effect> effects = session.on(event, machine.clock().nanos());
        effects.forEach(this::perform);
    }

    private void perform(Effect effect) {
        switch (effect) {
            case Effect.Send(ByteBuffer packet) -> path.sendControl(packet);
            case Effect.InstallKeys(var keys, var framing) -> path.install(keys, framing);
            case Effect.SealWith(int keyId) -> path.sealWith(keyId);
            case Effect.ForgetKeys(int keyId) -> path.forget(keyId);
            case Effect.Configure(TunnelSettings pulled) -> {
                settings = Optional.of(pulled);
                pulled.ignored().forEach(o -> diary.accept("pushed without effect: " + quoted(o)));
                feed.accept(new TunnelEvent.Pulled(pulled));
            }
            case Effect.EnterStage(int stage) -> feed.accept(new TunnelEvent.StageEntered(stage));
            case Effect.Secured agreed -> {
                secured = Optional.of(agreed);
                diary.accept(words(agreed));
            }
            case Effect.NotifyExit(int times) -> {
                for (int i = 0; i < times; i++) {
                    path.sendExit();
                }
            }
            case Effect.Say(String text) -> diary.accept("the server says: " + quoted(text));
            case Effect.TakeToken(var credentials) ->
                    feed.accept(new TunnelEvent.TokenGiven(credentials));
            case Effect.Challenged(var challenge) -> {
                ended = true;
                feed.accept(new TunnelEvent.Challenged(challenge));
            }
            case Effect.Closed(Failure failure) -> end(failure);
            case Effect.SentAway(Failure failure, ComeBack terms) -> {
                ended = true;
                feed.accept(new TunnelEvent.SentAway(failure, terms));
            }
            case Effect.ClosedOnRequest _ -> ended = true;
            case Effect.OfServer _ -> throw new IllegalStateException("a client's session");
        }
    }

    private void end(Failure failure) {
        if (!ended) {
            ended = true;
            feed.accept(new TunnelEvent.Failed(failure));
        }
    }

    private static String words(Effect.Secured agreed) {
        TlsFacts facts = agreed.facts();
        return (agreed.renewed() ? "keys renewed: " : "secured by ")
                + facts.version()
                + " "
                + facts.cipherSuite()
                + (facts.group().isEmpty() ? "" : " " + facts.group())
                + ", data "
                + agreed.cipher();
    }

    /** Text of a server, one line, 200 characters, nothing that controls a terminal. */
    static String quoted(String text) {
        String plain =
                text.codePoints()
                        .filter(c -> !Character.isISOControl(c))
                        .filter(c -> Character.getType(c) != Character.FORMAT)
                        .limit(200)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
        return "\"" + plain + "\"";
    }
}
