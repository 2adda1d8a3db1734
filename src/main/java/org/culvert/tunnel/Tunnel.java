package org.culvert.tunnel;

import org.culvert.failure.Failure;
import org.culvert.failure.FailureCode;
import org.culvert.net.Endpoint;
import org.culvert.net.IpAddress;
import org.culvert.plan.NetworkPlan;
import org.culvert.prompt.Answer;
import org.culvert.prompt.Question;
import org.culvert.protocol.control.DynamicChallenge;
import org.culvert.protocol.control.TunnelSettings;
import org.culvert.spec.ConnectSpec;
import org.culvert.spec.Proxy;
import org.culvert.spec.Remote;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * The life of one tunnel as a pure machine (design section 7): a first connect tries every address
 * of every remote once, then everything is undone; a tunnel that was up tries without end; a
 * permanent failure ends it, blocked where the kill switch holds. One thread only.
 */
final class Tunnel {
    private static final long OFFLINE_PAUSE_NANOS = 2_000_000_000L;

    private final DoubleSupplier jitter;
    private final WantedNetwork network;
    private final List<TunnelEffect> effects = new ArrayList<>();
    private final SignInState signIn;
    private final Questions questions;
    private final Search search;
    private final History history = new History();
    private final StageClocks clocks = new StageClocks();
    private ConnectSpec spec;
    private TunnelState state = new TunnelState.Idle(Optional.empty());

    /** {@code jitter} gives numbers from 0 to 1. */
    Tunnel(ConnectSpec spec, WantedNetwork.PlanOf planOf, DoubleSupplier jitter) {
        this.spec = spec;
        this.network = new WantedNetwork(planOf);
        this.jitter = jitter;
        this.signIn = new SignInState(spec.signIn());
        this.questions = new Questions(signIn);
        this.search = new Search(questions.proxies());
    }

    /** Takes what happened at {@code nowNanos}. */
    List<TunnelEffect> on(TunnelEvent event, long nowNanos) {
        switch (event) {
            case TunnelEvent.ConnectRequested(ConnectSpec wanted) -> connect(wanted, nowNanos);
            case TunnelEvent.DisconnectRequested _ -> tearDown(Optional.empty(), true);
            case TunnelEvent.ReconnectRequested _ -> reconnect(nowNanos);
            case TunnelEvent.Answered(Answer answer) -> answered(answer, nowNanos);
            case TunnelEvent.Resolved(List<IpAddress> addresses) -> resolved(addresses, nowNanos);
            case TunnelEvent.ProxyAsks(Proxy proxy, boolean rejected) ->
                    stoppedBy(questions.proxies().question(proxy, rejected));
            case TunnelEvent.ServerMoved(Endpoint remote) -> moved(remote);
            case TunnelEvent.PassphraseNeeded(boolean rejected) ->
                    stoppedBy(new Question.KeyPassphrase(rejected));
            case TunnelEvent.TokenGiven(Answer.Credentials token) -> signIn.token(token);
            case TunnelEvent.Challenged(DynamicChallenge challenge) -> challenged(challenge);
            case TunnelEvent.StageEntered(int stage) -> clocks.enter(stage, nowNanos);
            case TunnelEvent.Pulled(TunnelSettings pulled) -> configure(pulled, nowNanos);
            case TunnelEvent.NetworkReady(NetworkPlan plan, Optional<Failure> lacking) ->
                    ready(plan, lacking, nowNanos);
            case TunnelEvent.Failed(Failure failure) -> failed(failure, nowNanos);
            case TunnelEvent.Verified _ -> verified(nowNanos);
            case TunnelEvent.NetworkChanged _ -> tryAtOnce(nowNanos);
            case TunnelEvent.Tick _ -> tick(nowNanos);
        }
        var done = List.copyOf(effects);
        effects.clear();
        return done;
    }

    /** When {@link TunnelEvent.Tick} is due. */
    long deadlineNanos() {
        return switch (state) {
            case TunnelState.Reconnecting(Failure _, long until) -> until;
            case TunnelState.Resolving _ -> search.dueNanos();
            default -> Long.MAX_VALUE;
        };
    }

    TunnelState state() {
        return state;
    }

    StageClocks clocks() {
        return clocks;
    }

    /** What it connects to and how; replaced by a connect out of {@link TunnelState.Blocked}. */
    ConnectSpec spec() {
        return spec;
    }

    Optional<TunnelSettings> settings() {
        return network.settings();
    }

    /** What is sent to sign in. */
    SignInState signIn() {
        return signIn;
    }

    /** What a person is asked. */
    Questions questions() {
        return questions;
    }

    /** The server that is tried or used. */
    Optional<Remote> remote() {
        return search.current();
    }

    History history() {
        return history;
    }

    /** Whether the settings at hand are those of a full tunnel with the kill switch. */
    boolean killSwitchHolds() {
        return spec.routing().killSwitch() && network.full();
    }

    private void connect(ConnectSpec wanted, long nowNanos) {
        if (state instanceof TunnelState.Idle || state instanceof TunnelState.Blocked) {
            spec = wanted;
            signIn.renew(wanted.signIn());
            begin(nowNanos);
        }
    }

    private void begin(long nowNanos) {
        clocks.reset();
        history.begin();
        search.restart(spec.remotes());
        proceed(nowNanos);
    }

    /** Asks what must be known first, then goes for the next address. */
    private void proceed(long nowNanos) {
        boolean unverified = !spec.tls().check().verifies();
        if (unverified && !spec.tls().check().unverifiedAccepted()) {
            giveUp(new Failure.ServerNotVerifiable());
        } else {
            questions.missing(spec).ifPresentOrElse(this::ask, () -> next(nowNanos));
        }
    }

    private void ask(Question question) {
        questions.ask(question);
        state = new TunnelState.Asking();
        effects.add(new TunnelEffect.Ask(question));
    }

    /** No answer is no wish for a tunnel; where nothing may pass without one, that stays so. */
    private void answered(Answer answer, long nowNanos) {
        if (questions.open().isEmpty()) {
            return;
        }
        if (questions.take(answer)) {
            again(nowNanos);
        } else if (network.closed()) {
            state = new TunnelState.Blocked(signIn.refusal());
        } else {
            tearDown(Optional.empty(), false);
        }
    }

    private void stoppedBy(Question question) {
        if (state instanceof TunnelState.Connecting) {
            ask(question);
        }
    }

    private void again(long nowNanos) {
        search.restart(spec.remotes());
        proceed(nowNanos);
    }

    private void next(long nowNanos) {
        go(search.next(nowNanos), nowNanos);
    }

    private void go(Search.Step step, long nowNanos) {
        switch (step) {
            case Search.Ask(Question question) -> ask(question);
            case Search.LookUp(TunnelEffect.Resolve lookUp) -> {
                state = new TunnelState.Resolving();
                clocks.enter(1, nowNanos);
                network.arm(spec.routing()).ifPresent(this::apply);
                effects.add(lookUp);
            }
            case Search.Try(TunnelEffect.Open open) -> {
                state = new TunnelState.Connecting(open.hop());
                clocks.enter(2, nowNanos);
                network.towards(open.hop()).ifPresent(this::apply);
                effects.add(open);
            }
            case Search.Unfit(Failure failure) -> attemptFailed(failure, nowNanos);
            case Search.Over _ -> exhausted(nowNanos);
        }
    }

    private void resolved(List<IpAddress> addresses, long nowNanos) {
        if (state instanceof TunnelState.Resolving) {
            go(search.resolved(addresses), nowNanos);
        }
    }

    private void moved(Endpoint server) {
        if (state instanceof TunnelState.Up(Endpoint _, long since, boolean verified)) {
            state = new TunnelState.Up(server, since, verified);
            network.settings().ifPresent(told -> apply(network.pulled(told, server)));
        }
    }

    private void configure(TunnelSettings pulled, long nowNanos) {
        switch (state) {
            case TunnelState.Connecting(Endpoint endpoint) -> {
                state = new TunnelState.Configuring(endpoint);
                clocks.enter(6, nowNanos);
                apply(network.pulled(pulled, endpoint));
            }
            case TunnelState.Up(Endpoint endpoint, long _, boolean _) ->
                    apply(network.pulled(pulled, endpoint));
            default -> {}
        }
    }

    private void apply(NetworkPlan plan) {
        effects.add(new TunnelEffect.Apply(plan));
    }

    private void ready(NetworkPlan plan, Optional<Failure> lacking, long nowNanos) {
        switch (state) {
            case TunnelState.Configuring(Endpoint endpoint) -> {
                network.stands(spec.routing());
                if (lacking.isPresent() && network.full()) {
                    effects.add(new TunnelEffect.CloseLink(true));
                    giveUp(lacking.get());
                } else {
                    history.up(lacking);
                    up(endpoint, nowNanos);
                }
            }
            case TunnelState.TearingDown(Optional<Failure> failure)
                    when plan.equals(NetworkPlan.NOTHING) -> {
                state = new TunnelState.Idle(failure);
                effects.add(new TunnelEffect.Finished());
            }
            default -> {}
        }
    }

    private void up(Endpoint endpoint, long nowNanos) {
        signIn.accepted();
        state = new TunnelState.Up(endpoint, nowNanos, false);
        clocks.enter(7, nowNanos);
    }

    private void verified(long nowNanos) {
        if (state instanceof TunnelState.Up(Endpoint endpoint, long since, boolean known)
                && !known) {
            state = new TunnelState.Up(endpoint, since, true);
            clocks.finish(nowNanos);
        }
    }

    private void failed(Failure failure, long nowNanos) {
        switch (state) {
            case TunnelState.Idle _,
                    TunnelState.Asking _,
                    TunnelState.Reconnecting _,
                    TunnelState.Blocked _,
                    TunnelState.TearingDown _ -> {}
            case TunnelState.Resolving _ when history.everUp() && !search.earlier().isEmpty() ->
                    resolved(search.earlier(), nowNanos);
            case TunnelState.Resolving _ when search.looksUpAgain(nowNanos, spec.retry()) -> {}
            case TunnelState.Resolving _,
                    TunnelState.Connecting _,
                    TunnelState.Configuring _,
                    TunnelState.Up _ ->
                    attemptFailed(failure, nowNanos);
        }
    }

    private void attemptFailed(Failure failure, long nowNanos) {
        history.failed(search.failed(failure));
        effects.add(new TunnelEffect.CloseLink(false));
        if (SignInState.refuses(failure) && signIn.forgetToken()) {
            again(nowNanos);
        } else if (SignInState.refuses(failure) && spec.signIn().userPassword()) {
            ask(signIn.refused(failure));
        } else if (failure.permanent() || isOfThisMachine(failure)) {
            giveUp(failure);
        } else if (state instanceof TunnelState.Up) {
            pause(failure, nowNanos);
        } else {
            next(nowNanos);
        }
    }

    /** No other server could help: there is no device, or the firewall cannot be closed. */
    private boolean isOfThisMachine(Failure failure) {
        boolean unarmed = network.armed() && failure.code() == FailureCode.SYS_2;
        return unarmed || failure.code() == FailureCode.SYS_1;
    }

    private void challenged(DynamicChallenge challenge) {
        boolean asked = state instanceof TunnelState.Connecting || state instanceof TunnelState.Up;
        if (!asked) {
            return;
        }
        effects.add(new TunnelEffect.CloseLink(false));
        signIn.attemptEnded();
        ask(signIn.challenged(challenge));
    }

    private void exhausted(long nowNanos) {
        Failure failure = history.lastFailure().orElse(new Failure.Offline());
        if (failure instanceof Failure.Offline) {
            history.waits();
            state = new TunnelState.Reconnecting(failure, nowNanos + OFFLINE_PAUSE_NANOS);
        } else if (history.goesOn(spec.retry())) {
            pause(failure, nowNanos);
        } else {
            giveUp(failure);
        }
    }

    private void pause(Failure cause, long nowNanos) {
        long until = nowNanos + history.pauseNanos(jitter.getAsDouble(), spec.retry());
        state = new TunnelState.Reconnecting(cause, until);
    }

    private void tick(long nowNanos) {
        if (nowNanos < deadlineNanos()) {
            return;
        }
        if (state instanceof TunnelState.Resolving) {
            go(search.lookUp(), nowNanos);
        } else {
            tryAtOnce(nowNanos);
        }
    }

    private void tryAtOnce(long nowNanos) {
        if (state instanceof TunnelState.Reconnecting) {
            clocks.reset();
            again(nowNanos);
        }
    }

    private void reconnect(long nowNanos) {
        switch (state) {
            case TunnelState.Up _, TunnelState.Connecting _, TunnelState.Configuring _ -> {
                effects.add(new TunnelEffect.CloseLink(true));
                clocks.reset();
                again(nowNanos);
            }
            case TunnelState.Reconnecting _, TunnelState.Resolving _ -> {
                clocks.reset();
                again(nowNanos);
            }
            case TunnelState.Idle _, TunnelState.Blocked _ -> begin(nowNanos);
            case TunnelState.Asking _, TunnelState.TearingDown _ -> {}
        }
    }

    private void giveUp(Failure failure) {
        if (network.closed()) {
            state = new TunnelState.Blocked(failure);
        } else {
            tearDown(Optional.of(failure), false);
        }
    }

    private void tearDown(Optional<Failure> failure, boolean goodbye) {
        if (state instanceof TunnelState.TearingDown) {
            return;
        }
        questions.drop();
        signIn.attemptEnded();
        network.forget();
        history.end();
        state = new TunnelState.TearingDown(failure);
        effects.add(new TunnelEffect.CloseLink(goodbye));
        apply(NetworkPlan.NOTHING);
    }
}
