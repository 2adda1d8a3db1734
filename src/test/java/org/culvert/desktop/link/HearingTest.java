package org.culvert.desktop.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.culvert.client.HelperConnection;
import org.culvert.desktop.connection.Told;
import org.culvert.ipc.Connection;
import org.culvert.ipc.Request;
import org.culvert.ipc.Response;
import org.culvert.ipc.State;
import org.culvert.perf.TrafficSample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.LongStream;

@SuppressWarnings("NullAway.Init")
class HearingTest {
    private static final Connection LAB = Told.connection("c1", "Lab", State.ON);

    @TempDir private Path folder;
    private final Ears ears = new Ears();
    private final AtomicBoolean pastTold = new AtomicBoolean();
    private Hearing hearing;

    @Test
    void thePastOfAConnectionComesBeforeItsFirstSample() throws Exception {
        try (FakeHelper helper = helper(HearingTest::answer)) {
            helper.tell(new Response.StatusNotice(1, List.of(LAB)));
            helper.tell(tenth(5000));
            helper.tell(tenth(5100));

            assertEquals(
                    new Ears.Past("c1", List.of(sample(1000)), List.of(sample(2000))),
                    ears.traffic());
            assertEquals(tenth(5000), ears.traffic());
            assertEquals(tenth(5100), ears.traffic());
        }
    }

    @Test
    void thePastIsAskedForOnce() throws Exception {
        try (FakeHelper helper = helper(HearingTest::answer)) {
            helper.tell(new Response.StatusNotice(1, List.of(LAB)));
            ears.traffic();
            helper.tell(new Response.StatusNotice(2, List.of(LAB)));
            helper.tell(tenth(5000));

            assertEquals(tenth(5000), ears.traffic());
            assertEquals(List.of(LAB), ears.connections());
            assertEquals(List.of(LAB), ears.connections());
        }
    }

    @Test
    void whileNobodyLooksOnlyAGlanceTellsWhatFlowed() throws Exception {
        try (FakeHelper helper = helper(this::recent, false)) {
            helper.tell(new Response.StatusNotice(1, List.of(LAB)));
            assertEquals(new Ears.Past("c1", List.of(), List.of(sample(1000))), ears.traffic());
            assertFalse(helper.asked(Request.Watch.class).traffic());

            hearing.glance();
            assertEquals(new Ears.Past("c1", List.of(), List.of(sample(2000))), ears.traffic());
            hearing.glance();
            assertEquals(new Ears.Past("c1", List.of(), List.of(sample(3000))), ears.traffic());
        }
    }

    /** The past is one sample; after that there is one more each time. */
    private Response recent(Request request) {
        if (request instanceof Request.History(int id, var _, boolean fine, long after)) {
            boolean end = !fine || (after == 1000 && pastTold.compareAndSet(false, true));
            return new Response.HistoryReply(id, end ? List.of() : List.of(sample(after + 1000)));
        }
        return RemoteHelperTest.done(request);
    }

    @Test
    void whoeverLooksAgainIsToldThePastAnewBeforeAnySample() throws Exception {
        try (FakeHelper helper = helper(HearingTest::answer, false)) {
            helper.tell(new Response.StatusNotice(1, List.of(LAB)));
            ears.traffic();
            assertFalse(helper.asked(Request.Watch.class).traffic());

            hearing.look(true);
            assertTrue(helper.asked(Request.Watch.class).traffic());
            helper.tell(tenth(5000));

            assertEquals(
                    new Ears.Past("c1", List.of(sample(1000)), List.of(sample(2000))),
                    ears.traffic());
            assertEquals(tenth(5000), ears.traffic());

            hearing.look(false);
            assertFalse(helper.asked(Request.Watch.class).traffic());
        }
    }

    /** Two pages of minutes, of which the hour repeats the end, which is told once. */
    private static Response answer(Request request) {
        if (request instanceof Request.History(int id, var _, boolean fine, long after)) {
            return new Response.HistoryReply(id, after > 0 ? List.of() : past(fine));
        }
        return RemoteHelperTest.done(request);
    }

    private static List<TrafficSample> past(boolean fine) {
        return fine ? List.of(sample(2000)) : List.of(sample(1000), sample(2000), sample(3000));
    }

    @Test
    void theDiaryIsReadInPagesAndThenFollowed() throws Exception {
        try (FakeHelper helper = helper(HearingTest::page)) {
            for (long number = 1; number <= 4; number++) {
                assertEquals(number, ears.line());
            }
            helper.tell(new Response.LogNotice(1, line(4)));
            helper.tell(new Response.LogNotice(2, line(5)));

            assertEquals(5, ears.line());
        }
    }

    private static Response page(Request request) {
        return request instanceof Request.Log(int id, long after)
                ? new Response.LogReply(id, page(after))
                : RemoteHelperTest.done(request);
    }

    private static List<Response.LogLine> page(long after) {
        return LongStream.rangeClosed(after + 1, Math.min(4, after + 2))
                .mapToObj(HearingTest::line)
                .toList();
    }

    private static Response.LogLine line(long number) {
        return new Response.LogLine(number, number, "line " + number);
    }

    private static TrafficSample sample(long at) {
        return new TrafficSample(at, 100, 1, 1, 10, 10, -1);
    }

    private static Response.TrafficNotice tenth(long at) {
        return new Response.TrafficNotice(at, "c1", sample(at), at, at);
    }

    private FakeHelper helper(Function<Request, Response> answers) throws IOException {
        return helper(answers, true);
    }

    private FakeHelper helper(Function<Request, Response> answers, boolean seen)
            throws IOException {
        Path socket = folder.resolve("helper.sock");
        var helper = new FakeHelper(socket, answers);
        hearing = new Hearing(ears, Runnable::run, new Roster(), seen);
        var opened = HelperConnection.open(socket, hearing, why -> {});
        hearing.begin(assertInstanceOf(HelperConnection.Connected.class, opened).connection());
        return helper;
    }
}
