package org.culvert.protocol.session;

import static org.culvert.protocol.session.Pair.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.culvert.failure.Failure;
import org.culvert.prompt.Answer;
import org.culvert.protocol.control.ComeBack;
import org.culvert.protocol.control.ComeBack.Advance;
import org.culvert.protocol.control.DynamicChallenge;
import org.culvert.secret.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

class SessionTest {
    private final Pair.Terms terms = new Pair.Terms();

    @Test
    void aClientConnectsAndBothSidesOpenWhatTheOtherSeals() {
        Pair pair = Pair.connected(terms);
        pair.traffic();
        pair.run(1);

        assertEquals(1, pair.client.received.size());
        assertEquals(1, pair.server.received.size());
        assertEquals(
                List.of(2, 3, 4, 5),
                pair.client.all(Effect.EnterStage.class).stream()
                        .map(Effect.EnterStage::stage)
                        .toList());
        assertEquals(1, pair.client.all(Effect.Configure.class).size());
    }

    @Test
    void keysByThePrfFitTooWhereTheClientCannotExport() {
        terms.peerInfo = "IV_CIPHERS=CHACHA20-POLY1305\nIV_PROTO=2\n";
        Pair pair = Pair.connected(terms);
        pair.traffic();
        pair.run(1);

        assertEquals(1, pair.client.received.size());
        assertEquals(1, pair.server.received.size());
        assertEquals(
                "CHACHA20-POLY1305", pair.client.all(Effect.Secured.class).getFirst().cipher());
    }

    @Test
    void settingsLongerThanAMessageComeInParts() {
        terms.push =
                IntStream.range(0, 70)
                        .mapToObj(i -> "route 10.9." + i + ".0 255.255.255.0")
                        .toList();
        Pair pair = Pair.connected(terms);

        var settings = pair.client.all(Effect.Configure.class).getFirst().settings();
        assertEquals(70, settings.routes().size());
    }

    @Test
    void aNewKeySealsWhenThePeerMustHaveItAndTheOldOneIsForgottenAnHourLater() {
        terms.renegotiateClient = 0;
        terms.renegotiateServer = 0;
        Pair pair = Pair.connected(terms);
        pair.client(new Event.KeyWorn());
        pair.run(30);
        assertEquals(2, pair.client.all(Effect.Secured.class).size());
        assertEquals(0, pair.client.sealingWith, "the server may not have the new key yet");
        pair.run(35);
        assertEquals(1, pair.client.sealingWith);
        assertTrue(pair.client.openers.containsKey(0), "what was under way still arrives");
        pair.run(3550);
        assertTrue(pair.client.openers.containsKey(0));
        pair.run(60);
        assertFalse(pair.client.openers.containsKey(0));
    }

    @Test
    void aNewKeySealsAtOnceWhenThePeerHasUsedIt() {
        Pair pair = Pair.connected(terms);
        pair.client(new Event.KeyWorn());
        pair.run(5);
        pair.client(new Event.PeerUsesKey(1));

        assertEquals(1, pair.client.sealingWith);
    }

    @Test
    void theClientRenewsItsKeysByTheClock() {
        terms.renegotiateClient = 100;
        terms.renegotiateServer = 0;
        Pair pair = Pair.connected(terms);
        pair.run(99);
        assertEquals(1, pair.client.all(Effect.Secured.class).size());
        pair.run(3);
        assertEquals(2, pair.client.all(Effect.Secured.class).size());
    }

    @Test
    void theServerRenewsItsKeysUnderTrafficWithoutALostPacket() {
        terms.renegotiateClient = 0;
        terms.renegotiateServer = 10;
        Pair pair = Pair.connected(terms);
        int sent = 0;
        for (long end = pair.now + 200 * SECOND; pair.now < end; sent++) {
            pair.traffic();
            pair.run(1);
        }

        assertEquals(sent, pair.client.received.size());
        assertEquals(sent, pair.server.received.size());
        assertTrue(pair.client.all(Effect.Secured.class).size() > 15, "key ids went round");
        assertTrue(pair.client.openers.size() <= 2, "at most two keys live");
    }

    @Test
    void bothSidesBeginAtOnceAndAgreeOnOneKey() {
        Pair pair = Pair.connected(terms);
        pair.client(new Event.KeyWorn());
        pair.server(new Event.KeyWorn());
        pair.run(5);

        assertEquals(2, pair.client.all(Effect.Secured.class).size());
        assertEquals(2, pair.server.all(Effect.Secured.class).size());
        assertTrue(pair.client.up() && pair.server.up());
    }

    @Test
    void aSecondRenewalBeforeTheSwitchNeverSealsWithAKeyThePeerGaveUp() {
        Pair pair = Pair.connected(terms);
        for (int i = 0; i < 3; i++) {
            pair.client(new Event.KeyWorn());
            pair.run(2);
        }
        pair.traffic();
        pair.run(1);

        assertEquals(4, pair.client.all(Effect.Secured.class).size());
        assertEquals(1, pair.server.received.size());
        assertEquals(1, pair.client.received.size());
        assertEquals(2, pair.client.openers.size());
    }

    @Test
    void aWornKeyDuringANegotiationStartsNoSecondOne() {
        Pair pair = Pair.connected(terms);
        pair.client(new Event.KeyWorn());
        pair.client(new Event.KeyWorn());
        pair.run(5);

        assertEquals(2, pair.client.all(Effect.Secured.class).size());
    }

    @Test
    void keyIdsGoFromSevenToOne() {
        Pair pair = Pair.connected(terms);
        var ids = new ArrayList<Integer>();
        for (int i = 0; i < 8; i++) {
            pair.client(new Event.KeyWorn());
            pair.run(70);
            ids.add(pair.client.sealingWith);
        }

        assertEquals(List.of(1, 2, 3, 4, 5, 6, 7, 1), ids);
    }

    @Test
    void aServerThatSaysNothingIsNoAnswerAfterTheConnectTimeout() {
        terms.network = (_, _) -> List.of();
        var pair = new Pair(terms);
        pair.start();
        pair.run(20);

        var closed = assertInstanceOf(Effect.Closed.class, pair.client.last());
        assertInstanceOf(Failure.NoAnswer.class, closed.failure());
        assertEquals(Long.MAX_VALUE, pair.client.session.deadlineNanos());
    }

    @Test
    void aServerThatFallsSilentInTheHandshakeFailsItWhenTheWindowEnds() {
        int[] fromServer = {0};
        terms.network =
                (octets, towardsServer) ->
                        towardsServer || ++fromServer[0] < 3
                                ? Network.good().carry(octets, towardsServer)
                                : List.of();
        var pair = new Pair(terms);
        pair.start();
        pair.run(59);
        assertFalse(pair.client.ended);
        pair.run(2);

        var closed = assertInstanceOf(Effect.Closed.class, pair.client.last());
        assertInstanceOf(Failure.HandshakeFailed.class, closed.failure());
    }

    @Test
    void aRenewalThatTheServerDoesNotAnswerEndsTheSession() {
        boolean[] dead = {false};
        terms.network =
                (octets, towardsServer) ->
                        dead[0] ? List.of() : Network.good().carry(octets, towardsServer);
        Pair pair = Pair.connected(terms);
        dead[0] = true;
        pair.client(new Event.KeyWorn());
        pair.run(61);

        assertInstanceOf(Effect.Closed.class, pair.client.last());
    }

    @Test
    void theReasonOfARefusalArrives() {
        terms.admit = false;
        var pair = new Pair(terms);
        pair.start();
        pair.run(10);

        assertEquals(new Effect.Closed(new Failure.SignInRefused("not today")), pair.client.last());
        assertEquals(new Effect.ClosedOnRequest(), pair.server.last());
    }

    @Test
    void withoutASharedCipherTheClientIsToldSo() {
        terms.serverCiphers = List.of("AES-128-GCM");
        terms.peerInfo = "IV_CIPHERS=AES-256-GCM\nIV_PROTO=6\n";
        var pair = new Pair(terms);
        pair.start();
        pair.run(10);

        var closed = assertInstanceOf(Effect.Closed.class, pair.client.last());
        var refused = assertInstanceOf(Failure.NoCommonCipher.class, closed.failure());
        assertTrue(refused.offered().details().getFirst().contains("no shared cipher"));
        assertFalse(pair.server.up());
    }

    @Test
    void aServerThatNeverDecidesFailsWhenTheWindowEndsOrWhenThePatienceItAskedForEnds() {
        terms.judge = false;
        var pair = new Pair(terms);
        pair.start();
        pair.run(55);
        assertFalse(pair.client.ended);
        pair.server.session.say("AUTH_PENDING,timeout 300");
        pair.server(new Event.Tick());
        pair.run(240);
        assertFalse(pair.client.ended);
        pair.run(10);

        var closed = assertInstanceOf(Effect.Closed.class, pair.client.last());
        assertInstanceOf(Failure.NoSettings.class, closed.failure());
    }

    @Test
    void aServerThatAsksForPatienceAndDiesIsNoticedWithinTheWindow() {
        boolean[] dead = {false};
        terms.judge = false;
        terms.network =
                (octets, towardsServer) ->
                        dead[0] ? List.of() : Network.good().carry(octets, towardsServer);
        var pair = new Pair(terms);
        pair.start();
        pair.run(5);
        pair.server.session.say("AUTH_PENDING,timeout 1500");
        pair.server(new Event.Tick());
        pair.run(1);
        dead[0] = true;
        pair.run(61);

        assertInstanceOf(Effect.Closed.class, pair.client.last());
    }

    @Test
    void nothingOfAServerCountsOnceItHasRefused() {
        terms.judge = false;
        var pair = new Pair(terms);
        pair.start();
        pair.run(2);
        pair.server.session.say("AUTH_FAILED");
        pair.server.session.say("PUSH_REPLY,cipher AES-256-GCM");
        pair.server(new Event.Tick());
        pair.run(2);

        assertEquals(new Effect.Closed(new Failure.WrongPassword()), pair.client.last());
        assertFalse(pair.client.up());
    }

    @Test
    void aTokenTakesThePasswordsPlaceFromTheNextRenegotiationOn() {
        terms.push = List.of("auth-token secret-token", "auth-token-user YW5uYQ==");
        Pair pair = Pair.connected(terms);
        pair.client(new Event.KeyWorn());
        pair.run(3);

        var credentials =
                new Answer.Credentials("anna", Secret.ofUtf8("secret-token"), Optional.empty());
        assertEquals(
                List.of(new Effect.TakeToken(credentials)),
                pair.client.all(Effect.TakeToken.class));
        assertEquals(
                Optional.of(credentials),
                pair.server.all(Effect.Introduced.class).getLast().credentials());
    }

    @Test
    void aLaterTokenReplacesTheFirstAndSetsNothingElse() {
        Pair pair = Pair.connected(terms);
        pair.server.session.say(
                "PUSH_REPLY,auth-token second,cipher BF-CBC,peer-id 9,compress lz4,ifconfig 1.2.3.4"
                        + " 1.2.3.5");
        pair.server(new Event.Tick());
        pair.run(1);

        assertEquals(1, pair.client.all(Effect.TakeToken.class).size());
        assertEquals(1, pair.client.all(Effect.Configure.class).size());
        assertEquals(1, pair.client.all(Effect.InstallKeys.class).size());
        assertTrue(pair.client.up());
    }

    @Test
    void settingsChangeWhileTheTunnelIsUpAndItsKeysStay() {
        terms.push = List.of("ifconfig 10.8.0.2 255.255.255.0", "topology subnet", "ping 7");
        Pair pair = Pair.connected(terms);
        pair.server.session.say("PUSH_UPDATE,route 10.9.0.0 255.255.0.0,push-continuation 2");
        pair.server.session.say("PUSH_UPDATE, route 10.10.0.0 255.255.0.0,push-continuation 1");
        pair.server(new Event.Tick());
        pair.run(1);

        var settings = pair.client.all(Effect.Configure.class).getLast().settings();
        assertEquals(2, settings.routes().size());
        assertEquals(7, settings.keepalive().ping());
        assertEquals(2, pair.client.all(Effect.Configure.class).size());
        assertEquals(1, pair.client.all(Effect.InstallKeys.class).size());
    }

    @Test
    void aChangeThatCannotBeHonouredStartsAnew() {
        Pair pair = Pair.connected(terms);
        pair.server.session.say("PUSH_UPDATE,cipher AES-256-GCM");
        pair.server(new Event.Tick());
        pair.run(1);

        var closed = assertInstanceOf(Effect.Closed.class, pair.client.last());
        assertFalse(closed.failure().permanent());
    }

    @Test
    void aQuestionForACodeEndsTheSession() {
        terms.judge = false;
        var pair = new Pair(terms);
        pair.start();
        pair.run(1);
        pair.server(new Event.Rejected("CRV1:R:state:YW5uYQ==:Code?"));
        pair.run(1);

        var challenge = new DynamicChallenge("state", "anna", "Code?", false);
        assertEquals(new Effect.Challenged(challenge), pair.client.last());
    }

    @Test
    void aTemporaryRefusalIsNoWrongPassword() {
        terms.judge = false;
        var pair = new Pair(terms);
        pair.start();
        pair.run(1);
        pair.server(new Event.Rejected("TEMP[backoff 5,advance remote]:busy"));
        pair.run(1);

        var sent = assertInstanceOf(Effect.SentAway.class, pair.client.last());
        assertFalse(sent.failure().permanent());
        assertEquals(new ComeBack(Advance.REMOTE, 5, false), sent.terms());
    }

    @Test
    void aGoodByeArrivesAndIsSaidOnce() {
        Pair pair = Pair.connected(terms);
        pair.client(new Event.CloseRequested());
        pair.client(new Event.CloseRequested());
        pair.run(2);

        assertEquals(new Effect.ClosedOnRequest(), pair.client.last());
        assertEquals(new Effect.PeerLeft(), pair.server.last());
    }

    @Test
    void aGoodByeThatNobodyHearsEndsAfterASecond() {
        boolean[] dead = {false};
        terms.network =
                (octets, towardsServer) ->
                        dead[0] ? List.of() : Network.good().carry(octets, towardsServer);
        Pair pair = Pair.connected(terms);
        dead[0] = true;
        pair.client(new Event.CloseRequested());
        pair.run(1);
        pair.run(1);

        assertEquals(new Effect.ClosedOnRequest(), pair.client.last());
    }

    @Test
    void aServerThatLeavesTellsItsClient() {
        Pair pair = Pair.connected(terms);
        pair.server(new Event.CloseRequested());
        pair.run(2);

        assertEquals(
                new Effect.SentAway(
                        new Failure.ServerEnded("", false), new ComeBack(Advance.NO, 0, true)),
                pair.client.last());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"HALT,go away|go away|true", "HALT||true", "EXIT||false"})
    void aServerThatEndsItSaysWhetherToComeBack(String message, String why, boolean halt) {
        Pair pair = Pair.connected(terms);
        pair.server.session.say(message);
        pair.server(new Event.Tick());
        pair.run(1);

        String text = why == null ? "" : why;
        assertEquals(new Effect.Closed(new Failure.ServerEnded(text, halt)), pair.client.last());
    }

    @Test
    void aRestartKeepsThePasswordAndGoesOnToTheNextServerWhereItSaysSo() {
        Pair pair = Pair.connected(terms);
        pair.server.session.say("RESTART,[P,N]moving");
        pair.server(new Event.Tick());
        pair.run(1);

        assertEquals(
                new Effect.SentAway(
                        new Failure.ServerEnded("moving", false),
                        new ComeBack(Advance.REMOTE, 0, false)),
                pair.client.last());
    }

    @Test
    void nothingHappensAfterTheEnd() {
        Pair pair = Pair.connected(terms);
        pair.client(new Event.CloseRequested());
        pair.run(2);
        int effects = pair.client.happened.size();
        pair.client(new Event.KeyWorn());
        pair.client(new Event.CloseRequested());
        pair.client(new Event.Tick());

        assertEquals(effects, pair.client.happened.size());
    }
}
