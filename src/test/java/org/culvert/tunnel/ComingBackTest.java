package org.culvert.tunnel;

import static org.culvert.tunnel.Samples.endpoint;
import static org.culvert.tunnel.Samples.settings;
import static org.culvert.tunnel.Samples.spec;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.culvert.failure.Failure;
import org.culvert.net.Endpoint;
import org.culvert.prompt.Answer;
import org.culvert.prompt.Question;
import org.culvert.protocol.control.ComeBack;
import org.culvert.protocol.control.ComeBack.Advance;
import org.culvert.secret.Secret;
import org.culvert.spec.ConnectSpec;
import org.culvert.spec.Retry;
import org.culvert.spec.SignIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a tunnel goes, when, and with which password, after a server has ended its session. */
class ComingBackTest {
    private static final long SECOND = 1_000_000_000L;
    private static final Failure BUSY = new Failure.ServerEnded("busy", false);
    private static final Failure LOST = new Failure.ConnectionLost(60);
    private static final Answer.Credentials ANNA =
            new Answer.Credentials("anna", Secret.ofUtf8("secret"), Optional.empty());

    private long now = 1000 * SECOND;
    private Tunnel tunnel = tunnel(spec("one.example", "two.example"));

    private Tunnel tunnel(ConnectSpec spec) {
        return new Tunnel(
                spec,
                (pulled, server) ->
                        pulled.isEmpty()
                                ? Samples.closed(server)
                                : Samples.plan(pulled.get(), server.orElseThrow(), true),
                () -> 0.5);
    }

    private List<TunnelEffect> on(TunnelEvent event) {
        return tunnel.on(event, now);
    }

    private void connect() {
        on(new TunnelEvent.ConnectRequested(tunnel.spec()));
    }

    private void resolve(String... addresses) {
        on(new TunnelEvent.Resolved(Stream.of(addresses).map(Samples::ip).toList()));
    }

    private void up(String... addresses) {
        connect();
        if (tunnel.state() instanceof TunnelState.Asking) {
            on(new TunnelEvent.Answered(ANNA));
        }
        resolve(addresses);
        configure();
    }

    private void configure() {
        var effects = on(new TunnelEvent.Pulled(settings(false)));
        var plan = assertInstanceOf(TunnelEffect.Apply.class, effects.getFirst()).plan();
        on(new TunnelEvent.NetworkReady(plan, Optional.empty()));
        assertInstanceOf(TunnelState.Up.class, tunnel.state());
    }

    private List<TunnelEffect> sentAway(Advance advance, int backOff, boolean forgets) {
        return on(new TunnelEvent.SentAway(BUSY, new ComeBack(advance, backOff, forgets)));
    }

    private long pauseSeconds() {
        assertInstanceOf(TunnelState.Reconnecting.class, tunnel.state());
        return (tunnel.deadlineNanos() - now) / SECOND;
    }

    private List<TunnelEffect> afterThePause() {
        now = tunnel.deadlineNanos();
        return on(new TunnelEvent.Tick());
    }

    private Endpoint tried() {
        return assertInstanceOf(TunnelState.Connecting.class, tunnel.state()).remote();
    }

    @ParameterizedTest
    @CsvSource({"NO, one, 1", "ADDRESS, one, 2", "REMOTE, two, 1"})
    void itGoesWhereTheServerSaysAndNotBeforeItsTime(Advance advance, String host, int last) {
        up("192.0.2.1", "192.0.2.2");

        assertEquals(List.of(new TunnelEffect.CloseLink(false)), sentAway(advance, 42, false));
        assertEquals(42, pauseSeconds());
        assertEquals(List.of(new TunnelEffect.Resolve(host + ".example")), afterThePause());
        resolve("192.0.2.1", "192.0.2.2");
        assertEquals(endpoint("192.0.2." + last), tried());
    }

    @Test
    void behindTheLastAddressComesTheNextRemoteAndBehindThatTheFirst() {
        up("192.0.2.1");
        sentAway(Advance.ADDRESS, 0, false);
        assertEquals(List.of(new TunnelEffect.Resolve("two.example")), afterThePause());
        resolve("192.0.2.7");
        configure();
        sentAway(Advance.REMOTE, 0, false);

        assertEquals(List.of(new TunnelEffect.Resolve("one.example")), afterThePause());
    }

    @Test
    void aBackOffBeyondTheLongestPauseIsCut() {
        up("192.0.2.1");
        sentAway(Advance.NO, 90_000, false);

        assertEquals(300, pauseSeconds());
    }

    @Test
    void aBackOffBeyondTheLongestPauseOfTheProfileIsCutToThat() {
        tunnel = tunnel(with(spec("one.example"), new Retry(false, 0, 20, 0, 0)));
        up("192.0.2.1");
        sentAway(Advance.NO, 90_000, false);

        assertEquals(20, pauseSeconds());
    }

    @Test
    void onAFirstConnectTooTheServersTermsHold() {
        connect();
        resolve("192.0.2.1");
        sentAway(Advance.NO, 5, false);

        assertEquals(5, pauseSeconds());
        assertEquals(List.of(new TunnelEffect.Resolve("one.example")), afterThePause());
    }

    @Test
    void roundsThatTheProfileNamesAreNotExceeded() {
        tunnel = tunnel(with(spec("one.example"), new Retry(false, 0, 0, 2, 0)));
        connect();
        resolve("192.0.2.1");
        sentAway(Advance.NO, 5, false);
        afterThePause();
        resolve("192.0.2.1");
        sentAway(Advance.NO, 5, false);

        assertEquals(new TunnelState.TearingDown(Optional.of(BUSY)), tunnel.state());
    }

    @Test
    void aLostTunnelBeginsWithTheServerItWasAt() {
        up("192.0.2.1", "192.0.2.2");
        sentAway(Advance.REMOTE, 0, false);
        afterThePause();
        resolve("192.0.2.7", "192.0.2.8");
        configure();
        on(new TunnelEvent.Failed(LOST));

        assertEquals(List.of(new TunnelEffect.Resolve("two.example")), afterThePause());
        resolve("192.0.2.7", "192.0.2.8");
        assertEquals(endpoint("192.0.2.7"), tried());
    }

    @Test
    void aPersonsReconnectBeginsWithTheFirstServer() {
        up("192.0.2.1");
        sentAway(Advance.REMOTE, 0, false);
        afterThePause();
        resolve("192.0.2.7");
        configure();

        assertEquals(
                List.of(new TunnelEffect.CloseLink(true), new TunnelEffect.Resolve("one.example")),
                on(new TunnelEvent.ReconnectRequested()));
    }

    @Test
    void whereAServerForbidsToComeBackNothingIsTried() {
        up("192.0.2.1");
        var halt = new Failure.ServerEnded("bye", true);
        on(new TunnelEvent.Failed(halt));

        assertEquals(new TunnelState.TearingDown(Optional.of(halt)), tunnel.state());
    }

    @Test
    void aLimitThatIsReachedEndsItForGood() {
        up("192.0.2.1");
        var limit = new Failure.LimitReached(Failure.LimitReached.Limit.IDLE, 600);
        on(new TunnelEvent.Failed(limit));

        assertEquals(new TunnelState.TearingDown(Optional.of(limit)), tunnel.state());
    }

    @Test
    void aRestartThatKeepsThePasswordAsksNobody() {
        tunnel = tunnel(spec(signIn(SignIn.Habits.USUAL), "one.example"));
        up("192.0.2.1");
        sentAway(Advance.NO, 0, false);

        assertEquals(List.of(new TunnelEffect.Resolve("one.example")), afterThePause());
        assertEquals(Optional.of(ANNA), tunnel.signIn().current());
    }

    @Test
    void aRestartThatDoesNotAsksForThePasswordButKnowsTheUser() {
        tunnel = tunnel(spec(signIn(SignIn.Habits.USUAL), "one.example"));
        up("192.0.2.1");
        sentAway(Advance.NO, 0, true);

        assertEquals(
                List.of(
                        new TunnelEffect.Ask(
                                new Question.Credentials(
                                        Optional.of("anna"), Optional.empty(), Optional.empty()))),
                afterThePause());
    }

    @Test
    void whatTheProfileHasIsNotForgotten() {
        var known =
                new SignIn(
                        true,
                        Optional.of(ANNA),
                        Optional.empty(),
                        Optional.empty(),
                        new SignIn.Habits(true, false));
        tunnel = tunnel(spec(known, "one.example"));
        up("192.0.2.1");
        sentAway(Advance.NO, 0, true);

        assertEquals(List.of(new TunnelEffect.Resolve("one.example")), afterThePause());
    }

    @Test
    void aPasswordThatIsForOneSessionIsAskedForInTheNext() {
        tunnel = tunnel(spec(signIn(new SignIn.Habits(true, false)), "one.example"));
        up("192.0.2.1");
        on(new TunnelEvent.Failed(LOST));

        var asked = assertInstanceOf(TunnelEffect.Ask.class, afterThePause().getFirst());
        assertEquals(
                Optional.of("anna"),
                assertInstanceOf(Question.Credentials.class, asked.question()).userName());
    }

    @Test
    void aTokenStandsInForAPasswordThatIsForOneSession() {
        tunnel = tunnel(spec(signIn(new SignIn.Habits(true, false)), "one.example"));
        up("192.0.2.1");
        on(new TunnelEvent.TokenGiven(ANNA));
        on(new TunnelEvent.Failed(LOST));

        assertEquals(List.of(new TunnelEffect.Resolve("one.example")), afterThePause());
    }

    @Test
    void whoInsistsSendsARefusedPasswordAgainAfterTenSeconds() {
        tunnel = tunnel(spec(signIn(new SignIn.Habits(false, true)), "one.example"));
        up("192.0.2.1");
        on(new TunnelEvent.Failed(new Failure.WrongPassword()));

        assertTrue(pauseSeconds() >= 10);
        assertEquals(List.of(new TunnelEffect.Resolve("one.example")), afterThePause());
        assertEquals(Optional.of(ANNA), tunnel.signIn().current());
    }

    @Test
    void whoDoesNotInsistIsAskedAgain() {
        tunnel = tunnel(spec(signIn(SignIn.Habits.USUAL), "one.example"));
        up("192.0.2.1");
        on(new TunnelEvent.Failed(new Failure.WrongPassword()));

        assertInstanceOf(TunnelState.Asking.class, tunnel.state());
    }

    private static SignIn signIn(SignIn.Habits habits) {
        return new SignIn(true, Optional.empty(), Optional.empty(), Optional.empty(), habits);
    }

    private static ConnectSpec with(ConnectSpec spec, Retry retry) {
        return new ConnectSpec(
                spec.profile(),
                spec.remotes(),
                spec.wrapping(),
                spec.tls(),
                spec.signIn(),
                spec.data(),
                spec.timers(),
                spec.routing(),
                retry);
    }
}
