package org.culvert.tunnel;

import static org.culvert.tunnel.Samples.endpoint;
import static org.culvert.tunnel.Samples.settings;
import static org.culvert.tunnel.Samples.spec;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.culvert.failure.Failure;
import org.culvert.failure.Phrase;
import org.culvert.net.Transport;
import org.culvert.plan.NetworkPlan;
import org.culvert.prompt.Answer;
import org.culvert.prompt.Question;
import org.culvert.protocol.control.DynamicChallenge;
import org.culvert.protocol.control.TunnelSettings;
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

class TunnelTest {
    private static final long SECOND = 1_000_000_000L;
    private static final Failure SILENT =
            new Failure.NoAnswer(endpoint("192.0.2.1"), Transport.UDP, false, 10);
    private static final Failure LOST = new Failure.ConnectionLost(60);
    private static final Failure REFUSED =
            new Failure.NetworkRefused(Phrase.said("route"), Phrase.said("no"));
    private static final Failure NO_DNS =
            new Failure.DnsNotApplied(List.of(Samples.DNS), Phrase.said("no"));
    private static final SignIn PASSWORD = new SignIn(true, Optional.empty(), Optional.empty());

    private long now = 1000 * SECOND;

    private Tunnel tunnel(ConnectSpec spec) {
        boolean killSwitch = spec.routing().killSwitch();
        return new Tunnel(
                spec,
                (pulled, server) ->
                        pulled.isEmpty()
                                ? Samples.closed(server)
                                : Samples.plan(pulled.get(), server.orElseThrow(), killSwitch),
                () -> 0.5);
    }

    private List<TunnelEffect> on(Tunnel tunnel, TunnelEvent event) {
        return tunnel.on(event, now);
    }

    private List<TunnelEffect> connect(Tunnel tunnel) {
        return on(tunnel, new TunnelEvent.ConnectRequested(tunnel.spec()));
    }

    private List<TunnelEffect> fail(Tunnel tunnel, Failure failure) {
        return on(tunnel, new TunnelEvent.Failed(failure));
    }

    private List<TunnelEffect> resolve(Tunnel tunnel, String... addresses) {
        var list = Stream.of(addresses).map(Samples::ip).toList();
        return on(tunnel, new TunnelEvent.Resolved(list));
    }

    private NetworkPlan pull(Tunnel tunnel, TunnelSettings pulled) {
        var effects = on(tunnel, new TunnelEvent.Pulled(pulled));
        return assertInstanceOf(TunnelEffect.Apply.class, effects.getFirst()).plan();
    }

    private List<TunnelEffect> ready(Tunnel tunnel, NetworkPlan plan) {
        return on(tunnel, new TunnelEvent.NetworkReady(plan, Optional.empty()));
    }

    private Tunnel up(ConnectSpec spec, boolean full) {
        Tunnel tunnel = tunnel(spec);
        connect(tunnel);
        if (tunnel.state() instanceof TunnelState.Asking) {
            answer(tunnel, "secret");
        }
        resolve(tunnel, "192.0.2.1");
        ready(tunnel, pull(tunnel, settings(full)));
        assertInstanceOf(TunnelState.Up.class, tunnel.state());
        return tunnel;
    }

    private List<TunnelEffect> answer(Tunnel tunnel, String password) {
        var given = new Answer.Credentials("anna", Secret.ofUtf8(password), Optional.empty());
        return on(tunnel, new TunnelEvent.Answered(given));
    }

    private long pause(Tunnel tunnel) {
        assertInstanceOf(TunnelState.Reconnecting.class, tunnel.state());
        return tunnel.deadlineNanos() - now;
    }

    private static TunnelEffect.Open opened(Tunnel tunnel, String address) {
        return new TunnelEffect.Open(endpoint(address), tunnel.remote().orElseThrow(), 10);
    }

    @Test
    void goesThroughItsStagesUntilItIsVerified() {
        Tunnel tunnel = tunnel(spec("vpn.example"));

        assertEquals(List.of(new TunnelEffect.Resolve("vpn.example")), connect(tunnel));
        assertInstanceOf(TunnelState.Resolving.class, tunnel.state());
        assertEquals(List.of(opened(tunnel, "192.0.2.1")), resolve(tunnel, "192.0.2.1"));
        assertEquals(2, tunnel.clocks().current());
        on(tunnel, new TunnelEvent.StageEntered(3));
        assertEquals(3, tunnel.clocks().current());
        NetworkPlan plan = pull(tunnel, settings(false));
        assertEquals(6, tunnel.clocks().current());
        assertEquals(List.of(), ready(tunnel, plan));
        assertEquals(7, tunnel.clocks().current());
        assertEquals(new TunnelState.Up(endpoint("192.0.2.1"), now, false), tunnel.state());
        on(tunnel, new TunnelEvent.Verified());
        assertEquals(new TunnelState.Up(endpoint("192.0.2.1"), now, true), tunnel.state());
        assertEquals(0, tunnel.clocks().current());
        assertEquals(0, tunnel.history().attempt());
    }

    @Test
    void thatThereIsNoNetworkStaysSaidWhileItLooksForOne() {
        Tunnel tunnel = tunnel(spec("vpn.example"));
        connect(tunnel);
        resolve(tunnel, "192.0.2.1");
        assertEquals(Optional.empty(), tunnel.history().trouble());

        fail(tunnel, new Failure.Offline());
        on(tunnel, new TunnelEvent.NetworkChanged());
        assertInstanceOf(TunnelState.Resolving.class, tunnel.state());
        assertEquals(Optional.of(new Failure.Offline()), tunnel.history().trouble());

        resolve(tunnel, "192.0.2.1");
        fail(tunnel, SILENT);
        assertEquals(Optional.empty(), tunnel.history().trouble());
    }

    @Test
    void aFirstConnectTriesEveryAddressOfEveryRemoteOnceThenUndoesAll() {
        Tunnel tunnel = tunnel(spec("one.example", "two.example"));
        connect(tunnel);
        resolve(tunnel, "192.0.2.1", "192.0.2.2");

        assertEquals(
                List.of(new TunnelEffect.CloseLink(false), opened(tunnel, "192.0.2.2")),
                fail(tunnel, SILENT));
        assertEquals(
                List.of(new TunnelEffect.CloseLink(false), new TunnelEffect.Resolve("two.example")),
                fail(tunnel, SILENT));
        List<TunnelEffect> last =
                fail(tunnel, new Failure.NameNotFound("two.example", Phrase.said("none")));
        assertEquals(new TunnelEffect.Apply(NetworkPlan.NOTHING), last.getLast());
        assertInstanceOf(TunnelState.TearingDown.class, tunnel.state());
        assertEquals(List.of(new TunnelEffect.Finished()), ready(tunnel, NetworkPlan.NOTHING));
        assertEquals(
                new TunnelState.Idle(
                        Optional.of(new Failure.NameNotFound("two.example", Phrase.said("none")))),
                tunnel.state());
    }

    @Test
    void aPermanentFailureEndsAFirstConnectAtOnce() {
        Tunnel tunnel = tunnel(spec("one.example", "two.example"));
        connect(tunnel);
        resolve(tunnel, "192.0.2.1", "192.0.2.2");

        fail(tunnel, new Failure.ServerNotTrusted(Phrase.said("a"), Phrase.said("b")));

        assertInstanceOf(TunnelState.TearingDown.class, tunnel.state());
    }

    @Test
    void withoutATunDeviceNoOtherServerIsTried() {
        Tunnel tunnel = tunnel(spec("one.example", "two.example"));
        connect(tunnel);
        resolve(tunnel, "192.0.2.1");

        fail(tunnel, new Failure.NoTunDevice(Phrase.system(2)));

        assertInstanceOf(TunnelState.TearingDown.class, tunnel.state());
    }

    @Test
    void aTunnelThatWasUpTriesWithoutEndWithGrowingPauses() {
        Tunnel tunnel = up(spec("vpn.example"), false);

        assertEquals(List.of(new TunnelEffect.CloseLink(false)), fail(tunnel, LOST));

        for (long seconds : new long[] {1, 2, 4, 8, 16, 32, 60, 60, 60}) {
            assertEquals(seconds * SECOND, pause(tunnel));
            now = tunnel.deadlineNanos() - 1;
            assertEquals(List.of(), on(tunnel, new TunnelEvent.Tick()));
            now++;
            assertEquals(
                    List.of(new TunnelEffect.Resolve("vpn.example")),
                    on(tunnel, new TunnelEvent.Tick()));
            resolve(tunnel, "192.0.2.1");
            fail(tunnel, SILENT);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0.0, 750", "0, 1.0, 1250", "3, 0.5, 8000", "6, 0.5, 60000", "99, 1.0, 75000"})
    void aPauseIsAQuarterMoreOrLess(int failed, double jitter, long millis) {
        assertEquals(millis * 1_000_000, Backoff.nanos(failed, jitter, Retry.DEFAULT));
    }

    @Test
    void beingUpAgainBeginsThePausesAnew() {
        Tunnel tunnel = up(spec("vpn.example"), false);
        fail(tunnel, LOST);
        now = tunnel.deadlineNanos();
        on(tunnel, new TunnelEvent.Tick());
        resolve(tunnel, "192.0.2.1");
        ready(tunnel, pull(tunnel, settings(false)));

        fail(tunnel, LOST);

        assertEquals(SECOND, pause(tunnel));
    }

    @Test
    void whileItComesBackItSaysWhyUntilItIsUp() {
        Tunnel tunnel = up(spec("vpn.example"), false);
        assertEquals(Optional.empty(), tunnel.history().trouble());
        fail(tunnel, LOST);
        now = tunnel.deadlineNanos();
        on(tunnel, new TunnelEvent.Tick());
        resolve(tunnel, "192.0.2.1");
        assertEquals(Optional.of(LOST), tunnel.history().trouble());

        ready(tunnel, pull(tunnel, settings(false)));

        assertEquals(Optional.empty(), tunnel.history().trouble());
    }

    @Test
    void aFirstConnectHasNoTroubleWhileOtherServersAreLeft() {
        Tunnel tunnel = tunnel(spec("one.example", "two.example"));
        connect(tunnel);
        resolve(tunnel, "192.0.2.1");
        fail(tunnel, SILENT);

        assertEquals(Optional.empty(), tunnel.history().trouble());
    }

    @Test
    void anotherNetworkIsTriedAtOnce() {
        Tunnel tunnel = up(spec("vpn.example"), false);
        fail(tunnel, LOST);

        assertEquals(
                List.of(new TunnelEffect.Resolve("vpn.example")),
                on(tunnel, new TunnelEvent.NetworkChanged()));
        assertEquals(List.of(), on(tunnel, new TunnelEvent.NetworkChanged()));
    }

    @Test
    void anotherNetworkLeavesATunnelThatIsUpAlone() {
        Tunnel tunnel = up(spec("vpn.example"), false);

        assertEquals(List.of(), on(tunnel, new TunnelEvent.NetworkChanged()));
        assertInstanceOf(TunnelState.Up.class, tunnel.state());
    }

    @Test
    void withoutANetworkAFirstConnectWaitsForOne() {
        Tunnel tunnel = tunnel(spec("192.0.2.1"));
        connect(tunnel);
        resolve(tunnel, "192.0.2.1");

        fail(tunnel, new Failure.Offline());

        assertEquals(2 * SECOND, pause(tunnel));
        assertEquals(
                List.of(new TunnelEffect.Resolve("192.0.2.1")),
                on(tunnel, new TunnelEvent.NetworkChanged()));
    }

    @Test
    void aNameThatCannotBeAskedForIsWhatItWas() {
        Tunnel tunnel = up(spec("vpn.example"), false);
        fail(tunnel, LOST);
        on(tunnel, new TunnelEvent.NetworkChanged());

        assertEquals(
                List.of(opened(tunnel, "192.0.2.1")),
                fail(tunnel, new Failure.NameNotFound("vpn.example", Phrase.said("no answer"))));
    }

    @Test
    void aPasswordIsAskedForBeforeAnythingElse() {
        Tunnel tunnel = tunnel(spec(PASSWORD, "vpn.example"));

        List<TunnelEffect> effects = connect(tunnel);

        assertEquals(1, effects.size());
        assertInstanceOf(TunnelEffect.Ask.class, effects.getFirst());
        assertInstanceOf(TunnelState.Asking.class, tunnel.state());
        assertEquals(List.of(new TunnelEffect.Resolve("vpn.example")), answer(tunnel, "secret"));
        assertTrue(tunnel.signIn().current().isPresent());
    }

    @Test
    void aRejectedPasswordIsAskedForAgainAndForgotten() {
        Tunnel tunnel = tunnel(spec(PASSWORD, "vpn.example"));
        connect(tunnel);
        answer(tunnel, "wrong");
        resolve(tunnel, "192.0.2.1");

        List<TunnelEffect> effects = fail(tunnel, new Failure.SignInRefused("locked"));

        assertEquals(
                List.of(
                        new TunnelEffect.CloseLink(false),
                        new TunnelEffect.Ask(
                                new Question.Credentials(
                                        Optional.of("anna"),
                                        Optional.of(new Question.Rejection("AUTH-2", "locked")),
                                        Optional.empty()))),
                effects);
        assertTrue(tunnel.signIn().current().isEmpty());
        assertEquals(List.of(new TunnelEffect.Resolve("vpn.example")), answer(tunnel, "right"));
    }

    @Test
    void cancellingAQuestionIsOffWithoutAFailureEvenAfterARefusal() {
        for (boolean refused : new boolean[] {false, true}) {
            Tunnel tunnel = tunnel(spec(PASSWORD, "vpn.example"));
            connect(tunnel);
            if (refused) {
                answer(tunnel, "wrong");
                resolve(tunnel, "192.0.2.1");
                fail(tunnel, new Failure.SignInRefused("locked"));
            }

            List<TunnelEffect> effects = cancel(tunnel);

            assertEquals(new TunnelEffect.Apply(NetworkPlan.NOTHING), effects.getLast());
            assertEquals(new TunnelState.TearingDown(Optional.empty()), tunnel.state());
            ready(tunnel, NetworkPlan.NOTHING);
            assertEquals(new TunnelState.Idle(Optional.empty()), tunnel.state());
        }
    }

    @Test
    void cancellingWhereNothingMayPassKeepsItClosedWithTheRefusal() {
        var locked = new Failure.SignInRefused("locked");
        Tunnel tunnel = up(spec(PASSWORD, "vpn.example"), true);
        fail(tunnel, locked);
        assertInstanceOf(TunnelState.Asking.class, tunnel.state());

        assertEquals(List.of(), cancel(tunnel));

        assertEquals(new TunnelState.Blocked(locked), tunnel.state());
    }

    private List<TunnelEffect> cancel(Tunnel tunnel) {
        return on(tunnel, new TunnelEvent.Answered(new Answer.Cancelled()));
    }

    @Test
    void aQuestionOfAnAttemptThatWasEndedIsNotAsked() {
        Tunnel tunnel = tunnel(spec("vpn.example"));
        connect(tunnel);
        resolve(tunnel, "192.0.2.1");
        on(tunnel, new TunnelEvent.DisconnectRequested());

        assertEquals(List.of(), on(tunnel, new TunnelEvent.PassphraseNeeded(false)));
        assertEquals(
                List.of(),
                on(
                        tunnel,
                        new TunnelEvent.Challenged(new DynamicChallenge("s", "u", "Code", false))));

        assertInstanceOf(TunnelState.TearingDown.class, tunnel.state());
    }

    @Test
    void aLateAnswerIsWithoutEffect() {
        Tunnel tunnel = up(spec(PASSWORD, "vpn.example"), false);

        assertEquals(List.of(), answer(tunnel, "late"));
        assertInstanceOf(TunnelState.Up.class, tunnel.state());
    }

    @Test
    void aRejectionWithoutAPasswordIsPermanent() {
        Tunnel tunnel = tunnel(spec("vpn.example"));
        connect(tunnel);
        resolve(tunnel, "192.0.2.1");

        fail(tunnel, new Failure.WrongPassword());

        assertInstanceOf(TunnelState.TearingDown.class, tunnel.state());
    }

    @Test
    void aKeysPassphraseIsAskedForAndUsed() {
        Tunnel tunnel = tunnel(spec("vpn.example"));
        connect(tunnel);
        resolve(tunnel, "192.0.2.1");

        on(tunnel, new TunnelEvent.PassphraseNeeded(false));
        assertEquals(Optional.of(new Question.KeyPassphrase(false)), tunnel.questions().open());
        on(tunnel, new TunnelEvent.Answered(new Answer.Text(Secret.ofUtf8("open"))));

        assertEquals(Optional.of(Secret.ofUtf8("open")), tunnel.signIn().passphrase());
        assertInstanceOf(TunnelState.Resolving.class, tunnel.state());
    }

    @Test
    void aServerThatCannotBeKnownIsNotTried() {
        Tunnel tunnel = tunnel(spec(SignIn.NONE, false, "vpn.example"));

        connect(tunnel);

        assertEquals(
                new TunnelState.TearingDown(Optional.of(new Failure.ServerNotVerifiable())),
                tunnel.state());
    }

    @Test
    void aFullTunnelWithoutDnsIsBlockedAndNeverHalfUp() {
        Tunnel tunnel = tunnel(spec("vpn.example"));
        connect(tunnel);
        resolve(tunnel, "192.0.2.1");
        NetworkPlan plan = pull(tunnel, settings(true));

        List<TunnelEffect> effects =
                on(tunnel, new TunnelEvent.NetworkReady(plan, Optional.of(NO_DNS)));

        assertEquals(List.of(new TunnelEffect.CloseLink(true)), effects);
        assertEquals(new TunnelState.Blocked(NO_DNS), tunnel.state());
    }

    @Test
    void withoutTheKillSwitchAFullTunnelWithoutDnsFails() {
        var loose = Samples.with(spec("vpn.example"), Samples.routing(false, false));
        Tunnel tunnel = tunnel(loose);
        connect(tunnel);
        resolve(tunnel, "192.0.2.1");
        NetworkPlan plan = pull(tunnel, settings(true));

        on(tunnel, new TunnelEvent.NetworkReady(plan, Optional.of(NO_DNS)));

        assertEquals(new TunnelState.TearingDown(Optional.of(NO_DNS)), tunnel.state());
    }

    @Test
    void aSplitTunnelWithoutDnsIsUpWithAWarning() {
        Tunnel tunnel = tunnel(spec("vpn.example"));
        connect(tunnel);
        resolve(tunnel, "192.0.2.1");
        NetworkPlan plan = pull(tunnel, settings(false));

        on(tunnel, new TunnelEvent.NetworkReady(plan, Optional.of(NO_DNS)));

        assertInstanceOf(TunnelState.Up.class, tunnel.state());
        assertEquals(Optional.of(NO_DNS), tunnel.history().warning());
    }

    @Test
    void outOfBlockedANewRequestIsTriedInItsOwnWayAndStaysClosedMeanwhile() {
        Tunnel tunnel = tunnel(spec("vpn.example"));
        connect(tunnel);
        resolve(tunnel, "192.0.2.1");
        NetworkPlan plan = pull(tunnel, settings(true));
        on(tunnel, new TunnelEvent.NetworkReady(plan, Optional.of(NO_DNS)));
        ConnectSpec withoutDns = Samples.with(tunnel.spec(), Samples.routing(true, true));

        List<TunnelEffect> begun = on(tunnel, new TunnelEvent.ConnectRequested(withoutDns));
        List<TunnelEffect> opened = resolve(tunnel, "192.0.2.9");

        assertEquals(List.of(new TunnelEffect.Resolve("vpn.example")), begun);
        assertTrue(tunnel.spec().routing().withoutDns());
        assertInstanceOf(TunnelEffect.Apply.class, opened.getFirst());
        assertEquals(opened(tunnel, "192.0.2.9"), opened.getLast());
        ready(tunnel, pull(tunnel, settings(true)));
        assertInstanceOf(TunnelState.Up.class, tunnel.state());
    }

    @Test
    void aPermanentFailureOfAFullTunnelThatWasUpBlocks() {
        Tunnel tunnel = up(spec("vpn.example"), true);

        List<TunnelEffect> effects = fail(tunnel, new Failure.ServerEnded("bye", true));

        assertEquals(List.of(new TunnelEffect.CloseLink(false)), effects);
        assertInstanceOf(TunnelState.Blocked.class, tunnel.state());
        assertTrue(tunnel.killSwitchHolds());
    }

    @Test
    void aPermanentFailureOfASplitTunnelThatWasUpUndoesAll() {
        Tunnel tunnel = up(spec("vpn.example"), false);

        fail(tunnel, new Failure.ServerEnded("bye", true));

        assertInstanceOf(TunnelState.TearingDown.class, tunnel.state());
        assertFalse(tunnel.killSwitchHolds());
    }

    @Test
    void nothingThatStillArrivesMovesABlockedTunnel() {
        Tunnel tunnel = up(spec("vpn.example"), true);
        fail(tunnel, new Failure.ServerEnded("bye", true));

        assertEquals(List.of(), fail(tunnel, SILENT));
        assertEquals(List.of(), on(tunnel, new TunnelEvent.NetworkChanged()));
        assertEquals(List.of(), on(tunnel, new TunnelEvent.Tick()));
        assertInstanceOf(TunnelState.Blocked.class, tunnel.state());
        on(tunnel, new TunnelEvent.DisconnectRequested());
        assertInstanceOf(TunnelState.TearingDown.class, tunnel.state());
    }

    @Test
    void theFirewallLearnsTheNextAddressBeforeItIsOpened() {
        Tunnel tunnel = up(spec("vpn.example"), true);
        fail(tunnel, LOST);
        on(tunnel, new TunnelEvent.NetworkChanged());

        List<TunnelEffect> effects = resolve(tunnel, "192.0.2.2");

        var apply = assertInstanceOf(TunnelEffect.Apply.class, effects.getFirst());
        assertEquals(
                Optional.of(endpoint("192.0.2.2")),
                apply.plan().fullTunnel().orElseThrow().server());
        assertInstanceOf(TunnelEffect.Open.class, effects.getLast());
    }

    @Test
    void aProfileForAllTrafficIsClosedBeforeItsFirstPacketAndOpenedWhenItFails() {
        Tunnel tunnel = tunnel(Samples.with(spec("one.example"), Samples.allTraffic()));

        assertEquals(
                List.of(
                        new TunnelEffect.Apply(Samples.closed(Optional.empty())),
                        new TunnelEffect.Resolve("one.example")),
                connect(tunnel));
        assertEquals(
                List.of(
                        new TunnelEffect.Apply(Samples.closed(Optional.of(endpoint("192.0.2.1")))),
                        opened(tunnel, "192.0.2.1")),
                resolve(tunnel, "192.0.2.1"));
        assertEquals(
                List.of(
                        new TunnelEffect.CloseLink(false),
                        new TunnelEffect.CloseLink(false),
                        new TunnelEffect.Apply(NetworkPlan.NOTHING)),
                fail(tunnel, SILENT));
    }

    @Test
    void whereItCannotBeClosedNothingIsTried() {
        Tunnel tunnel =
                tunnel(Samples.with(spec("one.example", "two.example"), Samples.allTraffic()));
        connect(tunnel);

        fail(tunnel, REFUSED);

        assertEquals(new TunnelState.TearingDown(Optional.of(REFUSED)), tunnel.state());
    }

    @Test
    void aRefusedNetworkTriesTheNextServerAndThenFails() {
        Tunnel tunnel = tunnel(spec("one.example"));
        connect(tunnel);
        resolve(tunnel, "192.0.2.1");
        pull(tunnel, settings(false));

        fail(tunnel, REFUSED);

        assertEquals(new TunnelState.TearingDown(Optional.of(REFUSED)), tunnel.state());
    }

    @Test
    void disconnectingSaysGoodbyeAndUndoesAllFromAnyState() {
        for (boolean full : new boolean[] {true, false}) {
            Tunnel tunnel = up(spec("vpn.example"), full);
            assertEquals(
                    List.of(
                            new TunnelEffect.CloseLink(true),
                            new TunnelEffect.Apply(NetworkPlan.NOTHING)),
                    on(tunnel, new TunnelEvent.DisconnectRequested()));
            assertEquals(List.of(), on(tunnel, new TunnelEvent.DisconnectRequested()));
        }
    }

    @Test
    void itIsNotDownBeforeEverythingIsTakenBack() {
        Tunnel tunnel = tunnel(spec("vpn.example"));
        connect(tunnel);
        resolve(tunnel, "192.0.2.1");
        NetworkPlan half = pull(tunnel, settings(true));
        on(tunnel, new TunnelEvent.DisconnectRequested());

        assertEquals(List.of(), ready(tunnel, half));
        assertEquals(List.of(), fail(tunnel, REFUSED));
        assertInstanceOf(TunnelState.TearingDown.class, tunnel.state());
        assertEquals(List.of(new TunnelEffect.Finished()), ready(tunnel, NetworkPlan.NOTHING));
        assertEquals(new TunnelState.Idle(Optional.empty()), tunnel.state());
    }

    @Test
    void aPersonsReconnectClosesPolitelyAndBeginsAnew() {
        Tunnel tunnel = up(spec("vpn.example"), false);

        assertEquals(
                List.of(new TunnelEffect.CloseLink(true), new TunnelEffect.Resolve("vpn.example")),
                on(tunnel, new TunnelEvent.ReconnectRequested()));
    }

    @Test
    void aResultThatNobodyWaitsForIsWithoutEffect() {
        Tunnel tunnel = tunnel(spec("vpn.example"));

        assertEquals(List.of(), resolve(tunnel, "192.0.2.1"));
        assertEquals(List.of(), on(tunnel, new TunnelEvent.Pulled(settings(true))));
        assertEquals(List.of(), fail(tunnel, SILENT));
        assertEquals(List.of(), on(tunnel, new TunnelEvent.Verified()));
        assertEquals(new TunnelState.Idle(Optional.empty()), tunnel.state());
    }
}
