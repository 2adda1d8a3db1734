package org.culvert.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.culvert.failure.Failure;
import org.culvert.ipc.Connection;
import org.culvert.ipc.Request;
import org.culvert.ipc.Response;
import org.culvert.perf.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Each verb against a helper that says what it is told to. */
class HelperCommandsTest {
    @TempDir private Path folder;

    @Test
    void statusAsDataHasEveryKeyOfTheContractInItsOrder() throws Exception {
        String json = status(List.of(Told.on("Office")), "--json", "status").out();

        var keys = new ArrayList<String>();
        var key =
                Pattern.compile("(?m)^    \"(\\w+)\" :|^  \"(\\w+)\" : \\[ \\{|^\\s+\"(\\w+)\" :");
        var found = key.matcher(json);
        while (found.find()) {
            keys.add(
                    Optional.ofNullable(found.group(1))
                            .or(() -> Optional.ofNullable(found.group(2)))
                            .orElse(found.group(3)));
        }
        assertEquals(
                List.of(
                        "connections",
                        "id",
                        "profile",
                        "state",
                        "stage",
                        "since",
                        "attempt",
                        "retryAt",
                        "remote",
                        "proto",
                        "cipher",
                        "tlsVersion",
                        "tlsGroup",
                        "dataPath",
                        "device",
                        "addresses",
                        "routes",
                        "dns",
                        "server",
                        "domains",
                        "testedMillis",
                        "mtu",
                        "bytesIn",
                        "bytesOut",
                        "packetsIn",
                        "packetsOut",
                        "rttMillis",
                        "killSwitch",
                        "prompt",
                        "failure"),
                keys);
        assertTrue(json.contains("\"remote\" : \"[2001:db8::1]:1194\""), json);
        assertTrue(json.contains("\"addresses\" : [ \"10.8.0.6/24\" ]"), json);
        assertTrue(json.contains("\"stage\" : null"), json);
        assertTrue(json.contains("\"state\" : \"on\""), json);
    }

    @Test
    void aFailureAsDataIsItsCodeAndItsText() throws Exception {
        var failed = Told.failed("Office", new Failure.SignInRefused("go away"));

        String json = status(List.of(failed), "--json", "status").out();

        assertTrue(json.contains("\"code\" : \"AUTH-2\""), json);
        assertTrue(json.contains("go away"), json);
        assertTrue(json.contains("\"remote\" : null"), json);
        assertTrue(json.contains("\"rttMillis\" : null"), json);
    }

    @Test
    void noConnectionIsAnEmptyListAsDataAndAWordForPeople() throws Exception {
        assertTrue(status(List.of(), "--json", "status").out().contains("\"connections\" : [ ]"));
        assertEquals("not connected\n", status(List.of(), "status").out());
    }

    @Test
    void anUnknownNameIsAMistake() {
        for (String verb : List.of("disconnect", "reconnect")) {
            assertThrows(Usage.class, () -> status(List.of(Told.on("Office")), verb, "Home"), verb);
        }
    }

    @Test
    void disconnectReturnsOnceTheConnectionIsGone() throws Exception {
        var left = new ArrayList<>(List.of(3, 2, 1));
        try (var helper =
                new ScriptedHelper(
                        folder,
                        List.of(),
                        request -> {
                            if (request instanceof Request.Status(int id)) {
                                boolean gone = left.isEmpty();
                                List<Connection> all =
                                        gone ? List.of() : List.of(Told.on("Office"));
                                if (!gone) {
                                    left.removeLast();
                                }
                                return List.of(new Response.StatusReply(id, all));
                            }
                            return List.of(new Response.Done(id(request)));
                        })) {
            assertEquals(0, Spoken.run(helper, "disconnect").exit());
            assertTrue(left.isEmpty());
        }
    }

    @Test
    void reconnectNamesTheConnection() throws Exception {
        try (var helper = helper(List.of(Told.on("Office")))) {
            assertEquals(0, Spoken.run(helper, "reconnect", "Office").exit());
            assertEquals(
                    Optional.of("Office"),
                    ((Request.Reconnect) helper.heard().getLast()).profile());
        }
    }

    @Test
    void statsPrintShareAndMeanOfEachStageAndWhatWasDropped() throws Exception {
        var rows = List.of(new Response.StageRow(Stage.SEAL, 0.25, 1234, 9));
        var drops = Map.of("replayed", 3L);
        try (var helper =
                new ScriptedHelper(
                        folder,
                        List.of(),
                        r -> List.of(new Response.StatsReply(id(r), rows, drops)))) {
            assertEquals(
                    "seal         25.0 %       1234 ns  9\ndropped, replayed: 3\n",
                    Spoken.run(helper, "stats").out());
            String json = Spoken.run(helper, "--json", "stats").out();
            assertTrue(json.contains("\"meanNanos\" : 1234"), json);
        }
    }

    @Test
    void aPersonReadsTheStatusInHisLanguage() throws Exception {
        try (var helper = helper(List.of(Told.on("Office")))) {
            String socket = helper.socket().toString();
            String said = Spoken.run(Locale.SIMPLIFIED_CHINESE, "--socket", socket, "status").out();

            assertTrue(said.startsWith("Office  已连接"), said);
            assertTrue(said.contains("服务器"), said);
            assertTrue(said.contains("接收"), said);
        }
    }

    @Test
    void theWholeDiaryIsPrintedPageByPage() throws Exception {
        var lines =
                IntStream.rangeClosed(1, 25)
                        .mapToObj(i -> new Response.LogLine(i, i, "line " + i))
                        .toList();
        try (var helper =
                new ScriptedHelper(
                        folder,
                        List.of(),
                        r ->
                                List.of(
                                        new Response.LogReply(
                                                id(r),
                                                lines.stream()
                                                        .filter(l -> l.number() > after(r))
                                                        .limit(10)
                                                        .toList())))) {
            List<String> printed = Spoken.run(helper, "log").out().lines().toList();

            assertEquals(25, printed.size());
            assertTrue(printed.getLast().endsWith("  line 25"), printed.getLast());
        }
    }

    @Test
    void watchPrintsEachChangeUntilTheHelperEnds() throws Exception {
        try (var helper = new ScriptedHelper(folder, List.of(Told.on("Office")), _ -> List.of())) {
            var said = new ArrayList<Spoken>();
            Thread watching = Thread.ofVirtual().start(() -> said.add(watch(helper)));
            helper.die();
            watching.join();

            assertEquals(50, said.getFirst().exit());
            assertTrue(said.getFirst().out().contains("Office  connected"), said.toString());
        }
    }

    @Test
    void aHelperThatDoesNotRunIsHlp1InBothLanguages() throws Exception {
        String nowhere = folder.resolve("none.sock").toString();

        Spoken english = Spoken.run(Locale.UK, "--socket", nowhere, "status");
        Spoken chinese = Spoken.run(Locale.SIMPLIFIED_CHINESE, "--socket", nowhere, "status");

        assertEquals(50, english.exit());
        assertTrue(english.err().startsWith("HLP-1  "), english.err());
        assertTrue(chinese.err().codePoints().anyMatch(Character::isIdeographic), chinese.err());
    }

    @Test
    void aHelperOfAnotherVersionIsHlp4() throws Exception {
        try (var helper = helper(List.of())) {
            helper.speak(2);
            Spoken spoken = Spoken.run(helper, "status");

            assertEquals(50, spoken.exit());
            assertTrue(spoken.err().startsWith("HLP-4  "), spoken.err());
        }
    }

    private static Spoken watch(ScriptedHelper helper) {
        try {
            return Spoken.run(helper, "watch");
        } catch (Usage e) {
            throw new IllegalStateException(e);
        }
    }

    private Spoken status(List<Connection> all, String... words) throws IOException, Usage {
        try (var helper = helper(all)) {
            return Spoken.run(helper, words);
        }
    }

    private ScriptedHelper helper(List<Connection> all) throws IOException {
        return new ScriptedHelper(
                folder,
                all,
                request ->
                        List.of(
                                request instanceof Request.Status(int id)
                                        ? new Response.StatusReply(id, all)
                                        : new Response.Done(id(request))));
    }

    private static long after(Request request) {
        return request instanceof Request.Log(int _, long after) ? after : 0;
    }

    static int id(Request request) {
        return switch (request) {
            case Request.Hello _ -> 0;
            case Request.Connect(int id, var _) -> id;
            case Request.Disconnect(int id, var _) -> id;
            case Request.Reconnect(int id, var _) -> id;
            case Request.Status(int id) -> id;
            case Request.Stats(int id) -> id;
            case Request.Log(int id, long _) -> id;
            case Request.History history -> history.id();
            case Request.Reply(int id, int _, var _) -> id;
            case Request.Watch(int id, boolean _, boolean _) -> id;
        };
    }
}
