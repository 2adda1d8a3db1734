package org.culvert.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.culvert.client.TestProfiles;
import org.culvert.failure.Failure;
import org.culvert.failure.Phrase;
import org.culvert.ipc.Connection;
import org.culvert.ipc.Request;
import org.culvert.ipc.Response;
import org.culvert.profile.Connecting;
import org.culvert.profile.store.StoredProfile;
import org.culvert.prompt.Answer;
import org.culvert.prompt.Question;
import org.culvert.spec.Drops;
import org.culvert.spec.Protection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** {@code connect} against a helper whose status changes with every question. */
class ConnectCommandTest {
    private static final Question SIGN_IN =
            new Question.Credentials(Optional.empty(), Optional.empty(), Optional.empty());

    @TempDir private Path folder;

    @Test
    void withoutWaitItReturnsOnceAccepted() throws Exception {
        try (var helper = helper(Told.begun("test"))) {
            assertEquals(0, Spoken.run(helper, "connect", profile("nobind")).exit());
            assertEquals(1, helper.heard().size());
        }
    }

    @Test
    void withWaitItReturnsOnceTheConnectionStands() throws Exception {
        try (var helper = helper(Told.begun("test"), Told.on("test"))) {
            Spoken spoken = Spoken.run(helper, "connect", profile("nobind"), "--wait", "20");

            assertEquals(0, spoken.exit(), spoken::toString);
            assertTrue(spoken.out().contains("test  connected"), spoken.out());
        }
    }

    @Test
    void aFailureIsPrintedWithItsCodeAndTakenDown() throws Exception {
        try (var helper =
                helper(
                        Told.failed(
                                "test",
                                new Failure.ServerNotTrusted(
                                        Phrase.said("a"), Phrase.said("b"))))) {
            Spoken spoken = Spoken.run(helper, "connect", profile("nobind"), "--wait", "20");

            assertEquals(30, spoken.exit());
            assertTrue(spoken.err().startsWith("TLS-3  "), spoken.err());
            assertTrue(helper.heard().getLast() instanceof Request.Disconnect);
        }
    }

    @Test
    void theFailureOfAnEarlierAttemptIsNotTakenForThisOne() throws Exception {
        var old = Told.failed("test", new Failure.WrongPassword());
        try (var helper = new ScriptedHelper(folder, List.of(old), script(Told.on("test")))) {
            assertEquals(
                    0, Spoken.run(helper, "connect", profile("nobind"), "--wait", "20").exit());
        }
    }

    @Test
    void timeRunOutGivesTheLastFailureSeenElseTheNetwork() throws Exception {
        var failing = Told.trying("test", new Failure.HandshakeFailed(Phrase.said("alert")));
        try (var helper = helper(failing)) {
            Spoken spoken = Spoken.run(helper, "connect", profile("nobind"), "--wait", "0");
            assertEquals(30, spoken.exit());
            assertTrue(spoken.err().contains("TLS-2"), spoken.err());
        }
        try (var helper = helper(Told.begun("test"))) {
            Spoken spoken = Spoken.run(helper, "connect", profile("nobind"), "--wait", "0");
            assertEquals(20, spoken.exit());
            assertTrue(spoken.err().contains("not connected after 0 s"), spoken.err());
        }
    }

    @Test
    void aQuestionThatNobodyCanAnswerEndsTheAttempt() throws Exception {
        try (var helper = helper(Told.asking("test", 1, SIGN_IN))) {
            Spoken spoken = Spoken.run(helper, "connect", profile("auth-user-pass"));

            assertEquals(10, spoken.exit(), spoken::toString);
            assertTrue(spoken.err().contains("--password-fd"), spoken.err());
            assertTrue(helper.heard().getLast() instanceof Request.Disconnect);
        }
    }

    @Test
    void aDescriptorGivesOneLineAQuestionInTheOrderAsked() throws Exception {
        var key = Told.asking("test", 1, new Question.KeyPassphrase(false));
        var name = Told.asking("test", 2, SIGN_IN);
        var code = Told.asking("test", 3, new Question.Challenge("Code:", false));
        try (var helper = helper(key, name, code, Told.on("test"));
                var lines = lines("passphrase\npassword\n123456\n")) {
            Spoken spoken =
                    Spoken.run(
                            helper,
                            "connect",
                            profile("auth-user-pass"),
                            "--user",
                            "anna",
                            "--password-fd",
                            descriptor(lines),
                            "--wait");

            assertEquals(0, spoken.exit(), spoken::toString);
            assertEquals(
                    List.of("passphrase", "anna password", "123456"),
                    helper.heard().stream().flatMap(r -> said(r).stream()).toList());
            assertTrue(!(spoken.out() + spoken.err()).contains("passw"), spoken::toString);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "AUTH-1, '', The server refused the user name or password",
        "AUTH-2, account locked, The server says: “account locked”",
        "AUTH-3, '', The server says this account is in use or its session ended"
    })
    void anAnswerTurnedDownWithNoLineLeftPrintsItsCodeAndSentence(
            String code, String serverText, String sentence) throws Exception {
        var refused =
                new Question.Credentials(
                        Optional.of("anna"),
                        Optional.of(new Question.Rejection(code, serverText)),
                        Optional.empty());
        var again = Told.asking("test", 2, refused);
        try (var helper = helper(Told.asking("test", 1, SIGN_IN), again);
                var lines = lines("wrong\n")) {
            Spoken spoken =
                    Spoken.run(
                            helper,
                            "connect",
                            profile("auth-user-pass"),
                            "--user",
                            "anna",
                            "--password-fd",
                            descriptor(lines));

            assertEquals(10, spoken.exit());
            assertTrue(spoken.err().startsWith(code + "  " + sentence), spoken.err());
        }
    }

    @Test
    void aHelperThatEndsMeanwhileIsHlp1() throws Exception {
        try (var helper =
                new ScriptedHelper(
                        folder,
                        List.of(),
                        r ->
                                r instanceof Request.Connect(int id, var _)
                                        ? List.of(new Response.Done(id))
                                        : List.of())) {
            Spoken spoken = Spoken.run(helper, "connect", profile("nobind"), "--wait");

            assertEquals(50, spoken.exit());
            assertTrue(spoken.err().contains("HLP-1"), spoken.err());
        }
    }

    @Test
    void whatTheHelperRefusesIsPrinted() throws Exception {
        try (var helper =
                new ScriptedHelper(
                        folder,
                        List.of(),
                        r ->
                                List.of(
                                        new Response.Refused(
                                                HelperCommandsTest.id(r),
                                                new Failure.NotAllowed(Phrase.said("in use")))))) {
            assertEquals(50, Spoken.run(helper, "connect", profile("nobind")).exit());
        }
    }

    @Test
    void aProfileThatDoesNotKnowItsServerNeedsConsent() throws Exception {
        String file = profile("nobind");
        Files.writeString(
                Path.of(file), Files.readString(Path.of(file)).replace("remote-cert-tls", "#"));
        try (var helper = helper(Told.begun("test"))) {
            assertEquals(30, Spoken.run(helper, "connect", file).exit());
            assertEquals(0, helper.heard().size());
            assertEquals(0, Spoken.run(helper, "connect", file, "--accept-unverified").exit());
        }
    }

    @Test
    void aStoredProfileIsConnectedWithItsSwitchForDrops() throws Exception {
        String text = Files.readString(Path.of(profile("redirect-gateway def1")));
        StoredProfile stored = TestProfiles.stored("Office", text);

        assertTrue(killSwitch(stored));
        assertFalse(killSwitch(stored.withProtection(Protection.USUAL.with(Drops.LET_OUT))));
    }

    private static boolean killSwitch(StoredProfile stored) throws Usage {
        var command =
                new ConnectCommand(
                        Command.parse(List.of("connect", "Office")),
                        new Terminal(System.out, System.err, Locale.UK));
        var ready = assertInstanceOf(Connecting.Ready.class, command.specOf(stored));
        return ready.spec().routing().killSwitch();
    }

    @Test
    void aPathThatIsNotThereIsNoFileAndAnyOtherWordNoName() throws Exception {
        assertEquals(40, Spoken.run(Locale.UK, "connect", "/nowhere/a.ovpn").exit());
        assertThrows(
                Usage.class, () -> Spoken.run(Locale.UK, "connect", "no profile of this name"));
    }

    private ScriptedHelper helper(Connection... states) throws IOException {
        return new ScriptedHelper(folder, List.of(), script(states));
    }

    /** Each answer moves on to the next state. */
    private static java.util.function.Function<Request, List<Response>> script(
            Connection... states) {
        var left = new ArrayDeque<>(List.of(states));
        return request -> {
            int id = HelperCommandsTest.id(request);
            return switch (request) {
                case Request.Status _ -> {
                    Connection now = left.size() > 1 ? left.removeFirst() : left.getFirst();
                    Connection next = left.getFirst();
                    boolean waits = now.prompt() != null;
                    if (waits) {
                        left.addFirst(now);
                    }
                    yield waits
                            ? List.of(new Response.StatusReply(id, List.of(now)))
                            : List.of(
                                    new Response.StatusReply(id, List.of(now)),
                                    new Response.StatusNotice(2, List.of(next)));
                }
                case Request.Reply _ -> {
                    left.removeFirst();
                    yield List.of(
                            new Response.Done(id),
                            new Response.StatusNotice(3, List.of(left.getFirst())));
                }
                default -> List.of(new Response.Done(id));
            };
        };
    }

    private static Optional<String> said(Request request) {
        return request instanceof Request.Reply(int _, int _, Answer answer)
                ? switch (answer) {
                    case Answer.Credentials(String user, var password, var _) ->
                            Optional.of(user + " " + password.use(ConnectCommandTest::text));
                    case Answer.Text(var text) -> Optional.of(text.use(ConnectCommandTest::text));
                    case Answer.Accepted _, Answer.Cancelled _ -> Optional.empty();
                }
                : Optional.empty();
    }

    private static String text(byte[] octets) {
        return new String(octets, StandardCharsets.UTF_8);
    }

    private String profile(String line) throws IOException {
        try (var ca = getClass().getResourceAsStream("/org/culvert/profile/ca.crt")) {
            String pem = text(Objects.requireNonNull(ca).readAllBytes());
            Path file = folder.resolve("test.ovpn");
            Files.writeString(
                    file,
                    "client\nremote vpn.example\nremote-cert-tls server\n<ca>\n"
                            + pem
                            + "</ca>\n"
                            + line
                            + "\n");
            return file.toString();
        }
    }

    private FileInputStream lines(String text) throws IOException {
        return new FileInputStream(Files.writeString(folder.resolve("lines"), text).toFile());
    }

    /** Which descriptor of this process the file is. */
    private String descriptor(FileInputStream lines) throws IOException {
        assertTrue(lines.getFD().valid());
        try (var open = Files.list(Path.of("/proc/self/fd"))) {
            return open.filter(fd -> isLines(fd))
                    .findFirst()
                    .orElseThrow()
                    .getFileName()
                    .toString();
        }
    }

    private boolean isLines(Path fd) {
        try {
            return Files.readSymbolicLink(fd).equals(folder.resolve("lines").toRealPath());
        } catch (IOException _) {
            return false;
        }
    }
}
