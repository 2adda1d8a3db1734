package org.culvert.tunnel;

import org.culvert.failure.Failure;
import org.culvert.failure.Phrase;
import org.culvert.net.Endpoint;
import org.culvert.net.IpAddress;
import org.culvert.perf.StageSnapshot;
import org.culvert.plan.NetworkPlan;
import org.culvert.platform.PlatformException;
import org.culvert.platform.TunDevice;
import org.culvert.prompt.Answer;
import org.culvert.protocol.control.TunnelSettings;
import org.culvert.spec.ConnectSpec;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * One tunnel for real: a control thread that drives the pure machines, a worker for calls that may
 * wait, and the pumps. Methods may be called from any thread.
 */
public final class TunnelRunner {
    private final ConnectSpec spec;
    private final Machine machine;
    private final TunnelWatcher watcher;
    private final LinkedBlockingQueue<Runnable> inbox = new LinkedBlockingQueue<>();
    private final ExecutorService worker;
    private final Thread control;
    private final Tunnel tunnel;
    private final NetworkKeeper network;
    private final StatusBoard board;
    private final Rounds rounds = new Rounds();
    private volatile Optional<TunDevice> tun = Optional.empty();
    private volatile Optional<Attempt> attempt = Optional.empty();
    private volatile Optional<Dialing> dialing = Optional.empty();
    private volatile boolean finished;
    private volatile boolean over;
    private volatile boolean ending;
    private volatile boolean watched;
    private volatile DataCounters before = DataCounters.NONE;
    private volatile StageSnapshot stagesBefore = StageSnapshot.NONE;
    private volatile DropCounts dropsBefore = DropCounts.NONE;

    /** A tunnel that waits for {@link #connect}; {@code name} is for its threads. */
    public TunnelRunner(String name, ConnectSpec spec, Machine machine, TunnelWatcher watcher) {
        this.spec = spec;
        this.machine = machine;
        this.watcher = watcher;
        this.tunnel = new Tunnel(spec, this::plan, () -> machine.random().nextDouble());
        this.network = new NetworkKeeper(machine.network(), machine.journal(), machine.enclosure());
        this.board = new StatusBoard(spec);
        this.worker =
                Executors.newSingleThreadExecutor(
                        task -> Thread.ofPlatform().name(name + "-work").daemon().unstarted(task));
        this.control = Thread.ofPlatform().name(name + "-control").unstarted(this::run);
    }

    /** Starts the threads and connects. */
    public void connect() {
        control.start();
        feed(new TunnelEvent.ConnectRequested(spec));
    }

    /**
     * Tries again out of {@link TunnelStatus.Phase#BLOCKED}, perhaps in another way; the status
     * says so once this returns.
     */
    public void connectAgain(ConnectSpec wanted) {
        var begun = new CompletableFuture<Void>();
        inbox.add(() -> {
            handle(new TunnelEvent.ConnectRequested(wanted));
            publish();
            begun.complete(null);
        });
        begun.completeOnTimeout(null, 1, TimeUnit.SECONDS).join();
    }

    /** Tells a tunnel that waits that trying may help now. */
    public void networkChanged() {
        feed(new TunnelEvent.NetworkChanged());
    }

    /** Something such as ours came or went on this machine: perhaps by another's hand. */
    public void networkTouched() {
        inbox.add(() -> rounds.touched(machine.clock().nanos()));
    }

    /** Takes it down; {@link TunnelWatcher#finished} follows. */
    public void disconnect() {
        ending = true;
        feed(new TunnelEvent.DisconnectRequested());
    }

    /** Ends the session and begins another. */
    public void reconnect() {
        feed(new TunnelEvent.ReconnectRequested());
    }

    /** Answers the open question if it still has this id; false where it is gone. */
    public boolean answer(int promptId, Answer answer) {
        if (!board.takePrompt(promptId)) {
            return false;
        }
        feed(new TunnelEvent.Answered(answer));
        return true;
    }

    /** Whether somebody looks: echoes go once a second then. */
    public void watched(boolean looking) {
        watched = looking;
    }

    /** What has flowed since the tunnel was asked for. */
    public DataCounters counters() {
        DataCounters now = attempt.map(Attempt::counters).orElse(DataCounters.NONE);
        return before.plus(now);
    }

    /** What was dropped since the tunnel was asked for. */
    public DropCounts drops() {
        return dropsBefore.plus(attempt.map(Attempt::drops).orElse(DropCounts.NONE));
    }

    /** What people call the data path that runs. */
    public Optional<String> dataPath() {
        return attempt.map(Attempt::dataPath);
    }

    /** Where the time of the data path went. */
    public StageSnapshot stages() {
        return stagesBefore.plus(attempt.map(Attempt::stages).orElse(StageSnapshot.NONE));
    }

    /** The round trip, -1 where none is known. */
    public int rttMillis() {
        return attempt.map(Attempt::rttMillis).orElse(-1);
    }

    /** The status of this moment. */
    public TunnelStatus status() {
        return board.last();
    }

    /** Whether somebody has asked to take it down. */
    public boolean isEnding() {
        return ending;
    }

    /** Whether its threads have ended. */
    public boolean isOver() {
        return over;
    }

    /** Waits for the control thread to end. */
    public void join(long millis) throws InterruptedException {
        control.join(millis);
    }

    private void feed(TunnelEvent event) {
        inbox.add(() -> handle(event));
    }

    private void run() {
        try {
            while (!finished) {
                long wait = Math.max(0, deadline() - machine.clock().nanos());
                Runnable next = inbox.poll(wait, TimeUnit.NANOSECONDS);
                if (next != null) {
                    next.run();
                } else {
                    tick();
                }
                goRound();
                publish();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            watcher.diary("internal error, the tunnel is closed: " + e);
            attempt.ifPresent(Attempt::close);
            network.apply(NetworkPlan.NOTHING);
        } finally {
            worker.shutdown();
            tun.ifPresent(TunDevice::close);
            over = true;
            watcher.finished();
        }
    }

    private long deadline() {
        long soonest = machine.clock().nanos() + 500_000_000L;
        soonest = Math.min(soonest, tunnel.deadlineNanos());
        for (Attempt running : attempt.stream().toList()) {
            soonest = Math.min(soonest, running.deadlineNanos());
        }
        return soonest;
    }

    private void tick() {
        long now = machine.clock().nanos();
        if (tunnel.deadlineNanos() <= now) {
            handle(new TunnelEvent.Tick());
        }
        attempt.ifPresent(running -> running.tick(now, watched));
    }

    private void handle(TunnelEvent event) {
        for (TunnelEffect effect : tunnel.on(event, machine.clock().nanos())) {
            perform(effect);
        }
    }

    private void perform(TunnelEffect effect) {
        switch (effect) {
            case TunnelEffect.Resolve(String host) -> work(() -> resolve(host));
            case TunnelEffect.Open wanted -> open(wanted);
            case TunnelEffect.CloseLink(boolean goodbye) -> closeLink(goodbye);
            case TunnelEffect.Apply(NetworkPlan plan) -> work(() -> apply(plan));
            case TunnelEffect.Ask _ ->
                    board.newPrompt(1 + machine.random().nextInt(Integer.MAX_VALUE - 1));
            case TunnelEffect.Finished _ -> finished = true;
        }
    }

    /** A call that may wait; what it throws unforeseen ends the attempt with a name. */
    private void work(Runnable call) {
        worker.execute(() -> {
            try {
                call.run();
            } catch (RuntimeException e) {
                var what = Phrase.of(Phrase.Kind.UNFORESEEN);
                feed(new TunnelEvent.Failed(new Failure.NetworkRefused(what, Phrase.said("" + e))));
            }
        });
    }

    /** A name that no cache knows has six random octets in front. */
    private void resolve(String name) {
        boolean fresh = tunnel.spec().retry().freshHost() && IpAddress.parse(name).isEmpty();
        byte[] octets = new byte[6];
        machine.random().nextBytes(octets);
        String host = fresh ? HexFormat.of().formatHex(octets) + "." + name : name;
        try {
            feed(new TunnelEvent.Resolved(machine.resolver().resolve(host)));
        } catch (PlatformException e) {
            feed(new TunnelEvent.Failed(new Failure.NameNotFound(host, e.reason())));
        }
    }

    private void open(TunnelEffect.Open wanted) {
        var known =
                new Opening.Known(
                        tunnel.spec(), tunnel.signIn().current(), tunnel.signIn().passphrase());
        Optional<Answer.Credentials> account =
                wanted.remote().reach().proxy().flatMap(tunnel.questions().proxies()::of);
        var dial = new Dialing(machine, wanted, account);
        dialing = Optional.of(dial);
        work(() -> open(dial, known));
    }

    private void open(Dialing dial, Opening.Known known) {
        try {
            if (tun.isEmpty()) {
                tun = Optional.of(machine.links().openTun());
            }
        } catch (PlatformException e) {
            feed(new TunnelEvent.Failed(new Failure.NoTunDevice(e.reason())));
            return;
        }
        var opening = new Opening(known, machine, tun.get(), dial);
        switch (opening.open(this::feed, inbox::add)) {
            case Opening.Opened(Attempt opened) -> inbox.add(() -> start(opened, dial));
            case Opening.NotOpened(TunnelEvent event) -> inbox.add(() -> notOpened(event, dial));
        }
    }

    private void notOpened(TunnelEvent event, Dialing dial) {
        if (!dial.isCancelled()) {
            handle(event);
        }
    }

    private void start(Attempt opened, Dialing dial) {
        if (tunnel.state() instanceof TunnelState.Connecting && !dial.isCancelled()) {
            attempt = Optional.of(opened);
            opened.start(watcher);
        } else {
            opened.close();
        }
    }

    private void closeLink(boolean goodbye) {
        dialing.ifPresent(Dialing::cancel);
        dialing = Optional.empty();
        attempt.ifPresent(running -> {
            if (goodbye) {
                running.sayGoodbye();
            }
            running.close();
            before = before.plus(running.counters());
            stagesBefore = stagesBefore.plus(running.stages());
            dropsBefore = dropsBefore.plus(running.drops());
        });
        attempt = Optional.empty();
    }

    /** DNS is the one thing that a plan can lack; taking all back ends in any case. */
    private void apply(NetworkPlan plan) {
        Optional<Failure> failure = network.apply(plan);
        boolean whole = failure.filter(f -> !(f instanceof Failure.DnsNotApplied)).isEmpty();
        inbox.add(() -> {
            handle(
                    whole || plan.equals(NetworkPlan.NOTHING)
                            ? new TunnelEvent.NetworkReady(plan, failure)
                            : new TunnelEvent.Failed(failure.get()));
            if (tunnel.state() instanceof TunnelState.Up) {
                attempt.ifPresent(Attempt::networkReady);
            }
        });
    }

    private void goRound() {
        if (rounds.begin(machine.clock().nanos())) {
            work(this::mend);
        }
    }

    private void mend() {
        NetworkKeeper.Mended mended = network.mend();
        inbox.add(() -> {
            mended.lost()
                    .forEach(change -> watcher.diary("undone by another, done again: " + change));
            mended.failure().ifPresent(failure -> handle(new TunnelEvent.Failed(failure)));
        });
    }

    private NetworkPlan plan(Optional<TunnelSettings> settings, Optional<Endpoint> server) {
        var plans = new Plans(machine.mark());
        ConnectSpec wanted = tunnel.spec();
        var way = new Plans.Way(server, tunnel.remote().orElse(wanted.remotes().getFirst()));
        return settings.isEmpty()
                ? plans.closed(wanted, way)
                : plans.of(wanted, settings.get(), way, tun.orElseThrow().name());
    }

    private void publish() {
        TunnelStatus status = board.read(tunnel, tun, attempt, machine.clock().nanos());
        List<String> lines = board.news(status);
        lines.forEach(watcher::diary);
        if (board.isNew(status)) {
            watcher.changed(status);
        }
    }
}
