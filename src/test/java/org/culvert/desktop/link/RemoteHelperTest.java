package org.culvert.desktop.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.culvert.client.Preparation;
import org.culvert.client.TestProfiles;
import org.culvert.desktop.connection.Told;
import org.culvert.failure.Failure;
import org.culvert.failure.Phrase;
import org.culvert.ipc.Request;
import org.culvert.ipc.Response;
import org.culvert.ipc.State;
import org.culvert.keys.TestPki;
import org.culvert.profile.Connecting;
import org.culvert.prompt.Answer;
import org.culvert.secret.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

@SuppressWarnings("NullAway.Init")
class RemoteHelperTest {
    private static final Failure BAD =
            new Failure.Unreadable("profile", Phrase.said("it has been removed"));
    private static final Failure FULL =
            new Failure.NotAllowed(Phrase.said("another has all traffic"));

    @TempDir private Path folder;
    private final Ears ears = new Ears();
    private final LinkedBlockingQueue<Optional<Failure>> outcomes = new LinkedBlockingQueue<>();
    private RemoteHelper link;

    @BeforeEach
    void make() {
        link = new RemoteHelper(socket(), RemoteHelperTest::prepare, Runnable::run);
    }

    @AfterEach
    void close() {
        link.close();
    }

    private static Connecting.Result prepare(String id, HelperLink.Manner manner) {
        return id.equals("good")
                ? Preparation.of(
                        TestProfiles.stored("Office", TestProfiles.text()), false, TestPki.NOW)
                : new Connecting.Blocked(BAD);
    }

    @Test
    void aHelperThatAnswersIsReady() throws Exception {
        try (var _ = helper()) {
            link.open(ears);

            assertEquals(new Service.Ready("9.9"), ears.service());
        }
    }

    @Test
    void aHelperThatIsAwayIsLookedForAgain() throws Exception {
        link.open(ears);
        assertEquals(gone(), ears.service());

        try (var _ = helper()) {
            link.seek();
            Service next = ears.service();
            while (next.equals(gone())) {
                next = ears.service();
            }
            assertEquals(new Service.Ready("9.9"), next);
        }
    }

    @Test
    void aHelperThatHangsUpIsGoneAndComesBack() throws Exception {
        try (FakeHelper helper = helper()) {
            link.open(ears);
            ears.service();

            helper.hangUp();

            assertEquals(gone(), ears.service());
            assertEquals(new Service.Ready("9.9"), ears.service());
        }
    }

    @Test
    void aHelperThatTurnsUsAwayIsTheFailureOfAConnect() throws Exception {
        try (var _ = new FakeHelper(socket(), RemoteHelperTest::turnedAway)) {
            link.open(ears);
            link.connect("good", HelperLink.Manner.AS_TOLD, why -> outcomes.add(Optional.of(why)));

            assertEquals(Optional.of(FULL), outcome());
        }
    }

    private static Response turnedAway(Request request) {
        return new Response.Refused(0, FULL);
    }

    @Test
    void onlyWhatAWindowShowsIsWatched() throws Exception {
        try (FakeHelper helper = helper()) {
            link.look(true);
            link.open(ears);
            awaitWatch(helper, true);

            link.look(false);
            awaitWatch(helper, false);
        }
    }

    private static void awaitWatch(FakeHelper helper, boolean traffic) throws InterruptedException {
        boolean watched = !traffic;
        while (watched != traffic) {
            watched = helper.asked(Request.Watch.class).traffic();
        }
    }

    @Test
    void aCheckTellsWhatIsWrongOrNothing() throws Exception {
        link.check("bad", outcomes::add);
        assertEquals(Optional.of(BAD), outcome());

        link.check("good", outcomes::add);
        assertEquals(Optional.empty(), outcome());
    }

    @Test
    void aProfileThatPassesItsChecksIsSent() throws Exception {
        try (FakeHelper helper = helper()) {
            link.open(ears);
            ears.service();

            link.connect("good", HelperLink.Manner.AS_TOLD, why -> outcomes.add(Optional.of(why)));

            assertEquals("Office", helper.asked(Request.Connect.class).spec().profile());
            assertNull(outcomes.poll());
        }
    }

    @Test
    void aProfileThatDoesNotPassIsNotSent() throws Exception {
        try (FakeHelper helper = helper()) {
            link.open(ears);
            helper.asked(Request.Watch.class);

            link.connect("bad", HelperLink.Manner.AS_TOLD, why -> outcomes.add(Optional.of(why)));
            assertEquals(Optional.of(BAD), outcome());

            link.reconnect("Office");
            assertInstanceOf(Request.Reconnect.class, next(helper));
        }
    }

    /** What is asked after the greeting's own requests. */
    private static Request next(FakeHelper helper) throws InterruptedException {
        Request next = helper.asked(Request.class);
        while (next instanceof Request.Log) {
            next = helper.asked(Request.class);
        }
        return next;
    }

    @Test
    void whatTheHelperRefusesIsTold() throws Exception {
        try (FakeHelper helper =
                new FakeHelper(
                        socket(),
                        request ->
                                request instanceof Request.Connect(int id, var _)
                                        ? new Response.Refused(id, FULL)
                                        : done(request))) {
            link.open(ears);
            ears.service();

            link.connect("good", HelperLink.Manner.AS_TOLD, why -> outcomes.add(Optional.of(why)));

            helper.asked(Request.Connect.class);
            assertEquals(Optional.of(FULL), outcome());
        }
    }

    @Test
    void withoutAHelperACommandSaysSo() throws Exception {
        link.connect("good", HelperLink.Manner.AS_TOLD, why -> outcomes.add(Optional.of(why)));

        assertInstanceOf(Failure.HelperNotRunning.class, outcome().orElseThrow());
    }

    @Test
    void theNextConnectWaitsUntilTheTunnelBeforeHasGone() throws Exception {
        try (FakeHelper helper = helper()) {
            link.open(ears);
            ears.service();
            helper.tell(
                    new Response.StatusNotice(1, List.of(Told.connection("c1", "Lab", State.ON))));
            ears.connections();

            link.disconnect("Lab");
            link.connect("good", HelperLink.Manner.AS_TOLD, why -> {});
            helper.asked(Request.Disconnect.class);
            assertThrows(AssertionError.class, () -> helper.asked(Request.Connect.class, 300));

            helper.tell(new Response.StatusNotice(2, List.of()));
            helper.asked(Request.Connect.class);
        }
    }

    @Test
    void anAnswerIsSentAndWiped() throws Exception {
        try (FakeHelper helper = helper()) {
            link.open(ears);
            ears.service();
            var password = Secret.ofUtf8("sesame");

            link.answer(7, new Answer.Credentials("anna", password, Optional.empty()));

            assertEquals(7, helper.asked(Request.Reply.class).promptId());
            assertTrue(isWipedSoon(password));
        }
    }

    private static boolean isWipedSoon(Secret secret) {
        long end = System.nanoTime() + 10_000_000_000L;
        while (System.nanoTime() < end) {
            try {
                Arrays.fill(secret.copy(), (byte) 0);
            } catch (IllegalStateException _) {
                return true;
            }
        }
        return false;
    }

    @Test
    void aClosedLinkTakesNoMoreCommands() {
        link.close();

        link.connect("good", HelperLink.Manner.AS_TOLD, why -> outcomes.add(Optional.of(why)));

        assertNull(outcomes.poll());
    }

    private Path socket() {
        return folder.resolve("helper.sock");
    }

    private FakeHelper helper() throws IOException {
        return new FakeHelper(socket(), RemoteHelperTest::done);
    }

    static Response done(Request request) {
        return switch (request) {
            case Request.Hello _ -> new Response.Hello(Request.PROTOCOL, "9.9");
            case Request.Connect(int id, var _) -> new Response.Done(id);
            case Request.Disconnect(int id, var _) -> new Response.Done(id);
            case Request.Reconnect(int id, var _) -> new Response.Done(id);
            case Request.Status(int id) -> new Response.StatusReply(id, List.of());
            case Request.Stats(int id) -> new Response.Done(id);
            case Request.Log(int id, long _) -> new Response.LogReply(id, List.of());
            case Request.History(int id, var _, boolean _, long _) ->
                    new Response.HistoryReply(id, List.of());
            case Request.Reply(int id, int _, var _) -> new Response.Done(id);
            case Request.Watch(int id, boolean _, boolean _) -> new Response.Done(id);
        };
    }

    private Service gone() {
        return new Service.Unreachable(new Failure.HelperNotRunning(socket().toString()));
    }

    private Optional<Failure> outcome() throws InterruptedException {
        Optional<Failure> told = outcomes.poll(10, TimeUnit.SECONDS);
        if (told == null) {
            throw new AssertionError("nothing was told");
        }
        return told;
    }
}
