package org.culvert.tunnel;

import org.culvert.failure.Failure;
import org.culvert.net.Endpoint;
import org.culvert.net.IpAddress;
import org.culvert.plan.NetworkPlan;
import org.culvert.prompt.Answer;
import org.culvert.prompt.Question;
import org.culvert.protocol.control.ComeBack;
import org.culvert.protocol.control.DynamicChallenge;
import org.culvert.protocol.control.TunnelSettings;
import org.culvert.spec.ConnectSpec;
import org.culvert.spec.Proxy;
import org.culvert.spec.Remote;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * The life of one tunnel as a pure machine (design section 7): a first connect tries every address
 * of every remote once, then everything is undone; a tunnel that was up tries without end; a
 * permanent failure ends it, blocked where the kill switch holds. Here stands what an event means
 * in each state; the moves are {@link Course}'s. One thread only.
 */
final class Tunnel {
    private final Course course;

    /** {@code jitter} gives numbers from 0 to 1. */
    Tunnel(ConnectSpec spec, WantedNetwork.PlanOf planOf, DoubleSupplier jitter) {
        this.course = new Course(spec, planOf, jitter);
    }

    /** Takes what happened at {@code nowNanos}. */
    List<TunnelEffect> on(TunnelEvent event, long nowNanos) {
        switch (event) {
            case TunnelEvent.ConnectRequested(ConnectSpec wanted) -> connect(wanted, nowNanos);
            case TunnelEvent.DisconnectRequested _ -> course.tearDown(Optional.empty(), true);
            case TunnelEvent.ReconnectRequested _ -> reconnect(nowNanos);
            case TunnelEvent.Answered(Answer answer) -> answered(answer, nowNanos);
            case TunnelEvent.Resolved(List<IpAddress> addresses) -> resolved(addresses, nowNanos);
            case TunnelEvent.ProxyAsks(Proxy proxy, boolean rejected) ->
                    stoppedBy(questions().proxies().question(proxy, rejected));
            case TunnelEvent.ServerMoved(Endpoint remote) -> moved(remote);
            case TunnelEvent.PassphraseNeeded(boolean rejected) ->
                    stoppedBy(new Question.KeyPassphrase(rejected));
            case TunnelEvent.TokenGiven(Answer.Credentials token) -> signIn().token(token);
            case TunnelEvent.Challenged(DynamicChallenge challenge) -> challenged(challenge);
            case TunnelEvent.StageEntered(int stage) -> clocks().enter(stage, nowNanos);
            case TunnelEvent.Pulled(TunnelSettings pulled) -> pulled(pulled, nowNanos);
            case TunnelEvent.NetworkReady(NetworkPlan plan, Optional<Failure> lacking) ->
                    ready(plan, lacking, nowNanos);
            case TunnelEvent.Failed(Failure failure) -> failed(failure, nowNanos);
            case TunnelEvent.SentAway(Failure failure, ComeBack terms) ->
                    sentAway(failure, terms, nowNanos);
            case TunnelEvent.Verified _ -> verified(nowNanos);
            case TunnelEvent.NetworkChanged _ -> tryAtOnce(nowNanos);
            case TunnelEvent.Tick _ -> tick(nowNanos);
        }
        return course.takeEffects();
    }

    /** When {@link TunnelEvent.Tick} is due. */
    long deadlineNanos() {
        return switch (state()) {
            case TunnelState.Reconnecting(Failure _, long until) -> until;
            case TunnelState.Resolving _ -> course.search().dueNanos();
            case TunnelState.Idle _,
                    TunnelState.Asking _,
                    TunnelState.Connecting _,
                    TunnelState.Configuring _,
                    TunnelState.Up _,
                    TunnelState.Blocked _,
                    TunnelState.TearingDown _ ->
                    Long.MAX_VALUE;
        };
    }

    TunnelState state() {
        return course.state();
    }

    StageClocks clocks() {
        return course.clocks();
    }

    /** What it connects to and how; replaced by a connect out of {@link TunnelState.Blocked}. */
    ConnectSpec spec() {
        return course.spec();
    }

    Optional<TunnelSettings> settings() {
        return course.network().settings();
    }

    /** What is sent to sign in. */
    SignInState signIn() {
        return course.signIn();
    }

    /** What a person is asked. */
    Questions questions() {
        return course.questions();
    }

    /** The server that is tried or used. */
    Optional<Remote> remote() {
        return course.search().current();
    }

    History history() {
        return course.history();
    }

    /** Whether the settings at hand are those of a full tunnel with the kill switch. */
    boolean killSwitchHolds() {
        return spec().routing().killSwitch() && course.network().full();
    }

    private void connect(ConnectSpec wanted, long nowNanos) {
        if (state() instanceof TunnelState.Idle || state() instanceof TunnelState.Blocked) {
            course.replace(wanted);
            course.begin(nowNanos);
        }
    }

    /** No answer is no wish for a tunnel; where nothing may pass without one, that stays so. */
    private void answered(Answer answer, long nowNanos) {
        if (questions().open().isEmpty()) {
            return;
        }
        if (questions().take(answer)) {
            course.again(nowNanos);
        } else if (course.network().closed()) {
            course.giveUp(signIn().refusal());
        } else {
            course.tearDown(Optional.empty(), false);
        }
    }

    private void stoppedBy(Question question) {
        if (state() instanceof TunnelState.Connecting) {
            course.ask(question);
        }
    }

    private void resolved(List<IpAddress> addresses, long nowNanos) {
        if (state() instanceof TunnelState.Resolving) {
            course.go(course.search().resolved(addresses), nowNanos);
        }
    }

    private void moved(Endpoint server) {
        if (state() instanceof TunnelState.Up(Endpoint _, long since, boolean verified)) {
            course.stayUp(new TunnelState.Up(server, since, verified));
            settings().ifPresent(told -> course.apply(course.network().pulled(told, server)));
        }
    }

    private void pulled(TunnelSettings pulled, long nowNanos) {
        switch (state()) {
            case TunnelState.Connecting(Endpoint endpoint) ->
                    course.configure(pulled, endpoint, nowNanos);
            case TunnelState.Up(Endpoint endpoint, long _, boolean _) ->
                    course.apply(course.network().pulled(pulled, endpoint));
            case TunnelState.Idle _,
                    TunnelState.Asking _,
                    TunnelState.Resolving _,
                    TunnelState.Configuring _,
                    TunnelState.Reconnecting _,
                    TunnelState.Blocked _,
                    TunnelState.TearingDown _ -> {}
        }
    }

    private void ready(NetworkPlan plan, Optional<Failure> lacking, long nowNanos) {
        switch (state()) {
            case TunnelState.Configuring(Endpoint endpoint) ->
                    course.configured(endpoint, lacking, nowNanos);
            case TunnelState.TearingDown(Optional<Failure> failure) -> {
                if (plan.equals(NetworkPlan.NOTHING)) {
                    course.finish(failure);
                }
            }
            case TunnelState.Idle _,
                    TunnelState.Asking _,
                    TunnelState.Resolving _,
                    TunnelState.Connecting _,
                    TunnelState.Up _,
                    TunnelState.Reconnecting _,
                    TunnelState.Blocked _ -> {}
        }
    }

    private void verified(long nowNanos) {
        if (state() instanceof TunnelState.Up(Endpoint endpoint, long since, boolean known)
                && !known) {
            course.stayUp(new TunnelState.Up(endpoint, since, true));
            clocks().finish(nowNanos);
        }
    }

    private void failed(Failure failure, long nowNanos) {
        List<IpAddress> earlier = course.search().earlier();
        switch (state()) {
            case TunnelState.Idle _,
                    TunnelState.Asking _,
                    TunnelState.Reconnecting _,
                    TunnelState.Blocked _,
                    TunnelState.TearingDown _ -> {}
            case TunnelState.Resolving _ when history().everUp() && !earlier.isEmpty() ->
                    resolved(earlier, nowNanos);
            case TunnelState.Resolving _
                    when course.search().looksUpAgain(nowNanos, spec().retry()) -> {}
            case TunnelState.Resolving _,
                    TunnelState.Connecting _,
                    TunnelState.Configuring _,
                    TunnelState.Up _ ->
                    course.attemptFailed(failure, nowNanos);
        }
    }

    private void sentAway(Failure failure, ComeBack terms, long nowNanos) {
        switch (state()) {
            case TunnelState.Connecting _, TunnelState.Configuring _, TunnelState.Up _ ->
                    course.sentAway(failure, terms, nowNanos);
            case TunnelState.Idle _,
                    TunnelState.Asking _,
                    TunnelState.Resolving _,
                    TunnelState.Reconnecting _,
                    TunnelState.Blocked _,
                    TunnelState.TearingDown _ -> {}
        }
    }

    private void challenged(DynamicChallenge challenge) {
        boolean asked =
                state() instanceof TunnelState.Connecting || state() instanceof TunnelState.Up;
        if (!asked) {
            return;
        }
        course.effect(new TunnelEffect.CloseLink(false));
        signIn().attemptEnded();
        course.ask(signIn().challenged(challenge));
    }

    private void tick(long nowNanos) {
        if (nowNanos < deadlineNanos()) {
            return;
        }
        if (state() instanceof TunnelState.Resolving) {
            course.go(course.search().lookUp(), nowNanos);
        } else {
            tryAtOnce(nowNanos);
        }
    }

    private void tryAtOnce(long nowNanos) {
        if (state() instanceof TunnelState.Reconnecting) {
            clocks().reset();
            course.again(nowNanos);
        }
    }

    private void reconnect(long nowNanos) {
        switch (state()) {
            case TunnelState.Up _, TunnelState.Connecting _, TunnelState.Configuring _ -> {
                course.effect(new TunnelEffect.CloseLink(true));
                clocks().reset();
                course.anew(nowNanos);
            }
            case TunnelState.Reconnecting _, TunnelState.Resolving _ -> {
                clocks().reset();
                course.anew(nowNanos);
            }
            case TunnelState.Idle _, TunnelState.Blocked _ -> course.begin(nowNanos);
            case TunnelState.Asking _, TunnelState.TearingDown _ -> {}
        }
    }
}
