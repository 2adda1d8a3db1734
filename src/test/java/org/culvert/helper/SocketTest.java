package org.culvert.helper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.culvert.failure.Failure;
import org.culvert.failure.FailureCode;
import org.culvert.ipc.Connection;
import org.culvert.ipc.Frames;
import org.culvert.ipc.Request;
import org.culvert.ipc.Response;
import org.culvert.ipc.State;
import org.culvert.prompt.Answer;
import org.culvert.tunnel.Samples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Real Unix sockets, and a machine that has no TUN device. */
@Timeout(60)
class SocketTest {
    private final Path folder;
    private final TestHelper helper;

    SocketTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        helper = TestHelper.at(folder.resolve("helper.sock"), _ -> true);
    }

    @AfterEach
    void close() throws IOException {
        helper.close();
    }

    private Speaker greeted() throws IOException {
        return Speaker.greeted(helper.socket());
    }

    @Test
    void aHelloIsAnsweredAndAFullStatusFollows() throws IOException {
        try (Speaker speaker = greeted()) {
            var status = assertInstanceOf(Response.StatusNotice.class, speaker.hear());
            assertEquals(List.of(), status.connections());
        }
    }

    @Test
    void anotherProtocolIsRefusedAndClosed() throws IOException {
        try (Speaker speaker = Speaker.at(helper.socket())) {
            speaker.say(new Request.Hello(2, "9"));
            Failure failure = speaker.hear(Response.Refused.class).failure();
            assertEquals(FailureCode.HLP_4, failure.code());
            assertTrue(speaker.isCutOff());
        }
    }

    @Test
    void aStrangerIsTurnedAwayBeforeHeSaysAWord() throws Exception {
        try (var closed = TestHelper.at(folder.resolve("closed.sock"), _ -> false);
                Speaker speaker = Speaker.at(closed.socket())) {
            var refused = assertInstanceOf(Response.Refused.class, speaker.hear());
            assertEquals(FailureCode.HLP_3, refused.failure().code());
            assertTrue(speaker.isCutOff());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "null",
                "7",
                "\"Status\"",
                "not json",
                "{}",
                "{\"type\":\"Shutdown\"}",
                "{\"type\":\"Status\"}",
                "{\"type\":\"Status\",\"id\":null}",
                "{\"type\":\"Status\",\"id\":\"x\"}",
                "{\"type\":\"Status\",\"id\":NaN}",
                "{\"type\":\"Status\",\"id\":99999999999}",
                "{\"type\":\"Status\",\"id\":1,\"uid\":0}",
                "{\"type\":\"Status\",\"id\":1,\"id\":2}",
                "{\"type\":\"Status\",\"id\":1}{}",
                "{\"type\":\"Hello\",\"protocol\":1,\"version\":\"0\"}",
                "{\"type\":\"Connect\",\"id\":1,\"spec\":{\"ca\":\"/etc/shadow\"}}",
                "{\"type\":\"Disconnect\",\"id\":1,\"profile\":{}}"
            })
    void whatIsNoRequestGetsAnErrorAndTheEndAndChangesNothing(String frame) throws IOException {
        try (Speaker bad = greeted();
                Speaker good = greeted()) {
            bad.say(frame);

            bad.hear(Response.Malformed.class);
            assertTrue(bad.isCutOff());
            good.say(new Request.Status(5));
            assertEquals(
                    new Response.StatusReply(5, List.of()), good.hear(Response.StatusReply.class));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Frames.TO_HELPER + 1, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void aFrameOfALengthThatMayNotBeGetsAnErrorAndTheEnd(int length) throws IOException {
        try (Speaker speaker = greeted()) {
            speaker.write(ByteBuffer.allocate(4).putInt(length).array());

            speaker.hear(Response.Malformed.class);
            assertTrue(speaker.isCutOff());
        }
    }

    @Test
    void onlyAConnectMayBeLong() throws IOException {
        try (Speaker speaker = greeted()) {
            String text = "{\"type\":\"Status\",\"id\":1" + " ".repeat(Frames.FIRST) + "}";
            speaker.say(text);

            speaker.hear(Response.Malformed.class);
            assertTrue(speaker.isCutOff());
        }
    }

    @Test
    void theFirstFrameIsAHello() throws IOException {
        try (Speaker speaker = Speaker.at(helper.socket())) {
            speaker.say(new Request.Status(1));

            speaker.hear(Response.Malformed.class);
            assertTrue(speaker.isCutOff());
        }
    }

    @Test
    void noReplyNamesAClassOrAPath() throws IOException {
        try (Speaker speaker = greeted()) {
            speaker.say("{\"type\":\"Connect\",\"id\":1,\"spec\":[]}");

            String reason = speaker.hear(Response.Malformed.class).reason();
            assertEquals("not a request of this protocol", reason);
        }
    }

    @Test
    void whoSaysNothingIsCutOff() throws IOException {
        try (Speaker silent = Speaker.at(helper.socket());
                Speaker half = Speaker.at(helper.socket())) {
            half.write(new byte[] {0, 0});

            assertTimeoutPreemptively(Duration.ofSeconds(20), silent::isCutOff);
            assertTimeoutPreemptively(Duration.ofSeconds(20), half::isCutOff);
        }
    }

    @Test
    void twoClientsSeeTheSameEvents() throws IOException {
        try (Speaker one = greeted();
                Speaker two = greeted()) {
            one.say(new Request.Connect(1, Samples.spec("192.0.2.1")));

            List<State> seenByOne = untilFailed(one);
            List<State> seenByTwo = untilFailed(two);

            assertEquals(State.FAILED, seenByOne.getLast());
            assertEquals(State.FAILED, seenByTwo.getLast());
        }
    }

    /** The states of the one connection up to its end, which is that there is no TUN device. */
    private static List<State> untilFailed(Speaker speaker) throws IOException {
        var states = new ArrayList<State>();
        while (states.isEmpty() || states.getLast() != State.FAILED) {
            for (Connection c : speaker.hear(Response.StatusNotice.class).connections()) {
                states.add(c.state());
                if (c.state() == State.FAILED) {
                    Failure failure = Optional.ofNullable(c.failure()).orElseThrow();
                    assertEquals(FailureCode.SYS_1, failure.code());
                }
            }
        }
        return states;
    }

    @Test
    void noticesAreNumberedWithoutAGap() throws IOException {
        try (Speaker speaker = greeted()) {
            speaker.say(new Request.Watch(1, false, true));
            speaker.hear(Response.Done.class);
            helper.diary().write("one");
            helper.diary().write("two");

            long first = speaker.hear(Response.LogNotice.class).seq();
            var second = speaker.hear(Response.LogNotice.class);
            assertEquals(first + 1, second.seq());
            assertEquals("two", second.line().text());
        }
    }

    @Test
    void aSlowReaderHindersNobodyAndIsCutOff() throws IOException {
        try (Speaker slow = greeted();
                Speaker quick = greeted()) {
            slow.say(new Request.Watch(1, true, true));
            slow.hear(Response.Done.class);
            String line = "x".repeat(2000);
            for (int i = 0; i < 3000; i++) {
                helper.diary().write(line);
            }

            assertTimeoutPreemptively(
                    Duration.ofSeconds(10),
                    () -> {
                        quick.say(new Request.Status(7));
                        quick.hear(Response.StatusReply.class);
                    });
            assertTrue(slow.isCutOff());
        }
    }

    @Test
    void allTrafficIsOneTunnelsUntilItIsTakenDown() throws IOException {
        try (Speaker speaker = greeted()) {
            speaker.say(new Request.Connect(1, Samples.askingForAllTraffic("one")));
            assertEquals(new Response.Done(1), speaker.hear(Response.Done.class));
            speaker.say(new Request.Connect(2, Samples.askingForAllTraffic("two")));
            assertEquals(
                    new Response.Refused(2, new Failure.AllTrafficTaken()),
                    speaker.hear(Response.Refused.class));
            speaker.say(new Request.Disconnect(3, Optional.of("one")));
            assertEquals(new Response.Done(3), speaker.hear(Response.Done.class));
            speaker.say(new Request.Connect(4, Samples.askingForAllTraffic("two")));
            assertEquals(new Response.Done(4), speaker.hear(Response.Done.class));
        }
    }

    @Test
    void aTunnelThatIsTakenDownMakesRoomForOneOfItsName() throws IOException {
        try (Speaker speaker = greeted()) {
            speaker.say(new Request.Connect(1, Samples.askingForAllTraffic("one")));
            speaker.say(new Request.Disconnect(2, Optional.of("one")));
            speaker.say(new Request.Connect(3, Samples.askingForAllTraffic("one")));
            List<Connection> all = List.of();
            while (all.size() != 1 || all.getFirst().prompt() == null || !isSecond(all)) {
                all = speaker.hear(Response.StatusNotice.class).connections();
            }
        }
    }

    private static boolean isSecond(List<Connection> all) {
        return all.getFirst().id().equals("c2");
    }

    @Test
    void anAnswerToNoQuestionIsGone() throws IOException {
        try (Speaker speaker = greeted()) {
            speaker.say(new Request.Reply(3, 999, new Answer.Accepted()));

            assertEquals(new Response.Gone(3), speaker.hear(Response.Gone.class));
        }
    }

    @Test
    void oneUserHasEightConnectionsAndTheNinthIsTurnedAway() throws IOException {
        var guests = new ArrayList<Speaker>();
        try {
            for (int i = 0; i < 8; i++) {
                guests.add(greeted());
            }
            try (Speaker ninth = Speaker.at(helper.socket())) {
                assertInstanceOf(Response.Refused.class, ninth.hear());
            }
            guests.removeLast().close();
            assertTrue(TestHelper.eventually(this::admitsOneMore));
        } finally {
            for (Speaker guest : guests) {
                guest.close();
            }
        }
    }

    private boolean admitsOneMore() {
        try (Speaker speaker = Speaker.at(helper.socket())) {
            speaker.say(new Request.Hello(Request.PROTOCOL, "0"));
            return speaker.hear() instanceof Response.Hello;
        } catch (IOException _) {
            return false;
        }
    }
}
