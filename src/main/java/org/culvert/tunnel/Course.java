package org.culvert.tunnel;

import org.culvert.failure.Failure;
import org.culvert.failure.FailureCode;
import org.culvert.net.Endpoint;
import org.culvert.plan.NetworkPlan;
import org.culvert.prompt.Question;
import org.culvert.protocol.control.ComeBack;
import org.culvert.protocol.control.ComeBack.Advance;
import org.culvert.protocol.control.TunnelSettings;
import org.culvert.spec.ConnectSpec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * The moves of a tunnel from state to state, and what each asks of its shell. Which event makes
 * which move is {@link Tunnel}'s to know.
 */
final class Course {
    private static final long SECOND = 1_000_000_000L;
    private static final int INSISTING_SECONDS = 10;
    private static final int LONGEST_BACK_OFF_SECONDS = 300;

    private final DoubleSupplier jitter;
    private final List<TunnelEffect> effects = new ArrayList<>();
    private final SignInState signIn;
    private final Questions questions;
    private final Search search;
    private final WantedNetwork network;
    private final History history = new History();
    private final StageClocks clocks = new StageClocks();
    private ConnectSpec spec;
    private TunnelState state = new TunnelState.Idle(Optional.empty());

    /** {@code jitter} gives numbers from 0 to 1. */
    Course(ConnectSpec spec, WantedNetwork.PlanOf planOf, DoubleSupplier jitter) {
        this.spec = spec;
        this.network = new WantedNetwork(planOf);
        this.jitter = jitter;
        this.signIn = new SignInState(spec.signIn());
        this.questions = new Questions(signIn);
        this.search = new Search(questions.proxies());
    }

    TunnelState state() {
        return state;
    }

    ConnectSpec spec() {
        return spec;
    }

    SignInState signIn() {
        return signIn;
    }

    Questions questions() {
        return questions;
    }

    Search search() {
        return search;
    }

    WantedNetwork network() {
        return network;
    }

    History history() {
        return history;
    }

    StageClocks clocks() {
        return clocks;
    }

    /** What is to be done since it was last asked for. */
    List<TunnelEffect> takeEffects() {
        var done = List.copyOf(effects);
        effects.clear();
        return done;
    }

    void effect(TunnelEffect effect) {
        effects.add(effect);
    }

    void apply(NetworkPlan plan) {
        effects.add(new TunnelEffect.Apply(plan));
    }

    /** From now on it is about {@code wanted}. */
    void replace(ConnectSpec wanted) {
        spec = wanted;
        signIn.renew(wanted.signIn());
    }

    /** A person wants it, from the first server on. */
    void begin(long nowNanos) {
        clocks.reset();
        history.begin();
        anew(nowNanos);
    }

    /** All servers, from the first on. */
    void anew(long nowNanos) {
        search.restart(spec.remotes());
        proceed(nowNanos);
    }

    /** All servers once more, from where it was. */
    void again(long nowNanos) {
        search.resume(spec.remotes());
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

    void ask(Question question) {
        questions.ask(question);
        state = new TunnelState.Asking();
        effects.add(new TunnelEffect.Ask(question));
    }

    private void next(long nowNanos) {
        go(search.next(nowNanos), nowNanos);
    }

    /** Takes this step of the search. */
    void go(Search.Step step, long nowNanos) {
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

    /** The server's settings are here for the first time. */
    void configure(TunnelSettings pulled, Endpoint endpoint, long nowNanos) {
        state = new TunnelState.Configuring(endpoint);
        clocks.enter(6, nowNanos);
        apply(network.pulled(pulled, endpoint));
    }

    /** The network stands, but for what is {@code lacking}; a full tunnel lacks nothing. */
    void configured(Endpoint endpoint, Optional<Failure> lacking, long nowNanos) {
        network.stands(spec.routing());
        if (lacking.isPresent() && network.full()) {
            effects.add(new TunnelEffect.CloseLink(true));
            giveUp(lacking.get());
            return;
        }
        history.up(lacking);
        signIn.accepted();
        state = new TunnelState.Up(endpoint, nowNanos, false);
        clocks.enter(7, nowNanos);
    }

    /** Still up, as {@code now} says. */
    void stayUp(TunnelState.Up now) {
        state = now;
    }

    /** All is taken back. */
    void finish(Optional<Failure> failure) {
        state = new TunnelState.Idle(failure);
        effects.add(new TunnelEffect.Finished());
    }

    /** This attempt is over; where it goes from here. */
    void attemptFailed(Failure failure, long nowNanos) {
        history.failed(search.failed(failure));
        effects.add(new TunnelEffect.CloseLink(false));
        if (SignInState.refuses(failure) && signIn.forgetToken()) {
            again(nowNanos);
        } else if (SignInState.refuses(failure) && signIn.insists() && worthIt()) {
            pause(failure, INSISTING_SECONDS, nowNanos);
        } else if (SignInState.refuses(failure) && spec.signIn().userPassword()) {
            ask(signIn.refused(failure));
        } else if (failure.permanent() || isOfThisMachine(failure)) {
            giveUp(failure);
        } else if (state instanceof TunnelState.Up) {
            pause(failure, 0, nowNanos);
        } else {
            next(nowNanos);
        }
    }

    /** The server wants us back, on its own terms. */
    void sentAway(Failure failure, ComeBack terms, long nowNanos) {
        history.failed(search.failed(failure));
        effects.add(new TunnelEffect.CloseLink(false));
        signIn.attemptEnded();
        if (terms.forgetsPassword()) {
            signIn.forgetTyped();
        }
        search.advance(terms.advance());
        if (worthIt()) {
            pause(failure, Math.min(terms.backOffSeconds(), longestBackOff()), nowNanos);
        } else {
            giveUp(failure);
        }
    }

    /** A server cannot make us wait for longer than the profile says (protocol 9.6). */
    private int longestBackOff() {
        int named = spec.retry().longestPause();
        return named > 0 ? named : LONGEST_BACK_OFF_SECONDS;
    }

    /** Whether the profile allows another round. */
    private boolean worthIt() {
        return spec.retry().rounds() == 0 || history.goesOn(spec.retry());
    }

    /** No other server could help: there is no device, or the firewall cannot be closed. */
    private boolean isOfThisMachine(Failure failure) {
        boolean unarmed = network.armed() && failure.code() == FailureCode.SYS_2;
        return unarmed || failure.code() == FailureCode.SYS_1;
    }

    private void exhausted(long nowNanos) {
        Failure failure = history.lastFailure().orElse(new Failure.Offline());
        if (failure instanceof Failure.Offline) {
            history.waits();
            search.advance(Advance.REMOTE);
            state = new TunnelState.Reconnecting(failure, nowNanos + 2 * SECOND);
        } else if (history.goesOn(spec.retry())) {
            search.advance(Advance.REMOTE);
            pause(failure, 0, nowNanos);
        } else {
            giveUp(failure);
        }
    }

    private void pause(Failure cause, int leastSeconds, long nowNanos) {
        long usual = history.pauseNanos(jitter.getAsDouble(), spec.retry());
        long pause = Math.max(usual, leastSeconds * SECOND);
        state = new TunnelState.Reconnecting(cause, nowNanos + pause);
    }

    /** Ends it; where nothing may pass without it, that stays so. */
    void giveUp(Failure failure) {
        if (network.closed()) {
            state = new TunnelState.Blocked(failure);
        } else {
            tearDown(Optional.of(failure), false);
        }
    }

    /** Takes everything back. */
    void tearDown(Optional<Failure> failure, boolean goodbye) {
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
