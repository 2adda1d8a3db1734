package org.culvert.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;

import org.culvert.desktop.DeskProbe;
import org.culvert.desktop.Fx;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxRobot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * What cannot connect says its code, its sentences and its buttons in the window, and leaves the
 * machine as it was: a real helper, a real openvpn, a double-click.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WindowRefusedIT {
    private static final String UDP = "remote 10.86.0.2 1194 udp";
    private static final String ROW = ".rows .list-cell:selected .name";

    private final Locale localeBefore = Locale.getDefault();
    private final FxRobot robot = new FxRobot();
    private Lab lab;
    private String before = "";
    private int profiles;

    /**
     * What a person reads, and what leads to it.
     *
     * @param why part of the second sentence
     * @param buttons from left to right
     * @param server lines of the server's configuration; none: there is no server
     */
    record Row(
            String code,
            String title,
            String why,
            String buttons,
            List<String> server,
            List<String> profile) {
        @Override
        public String toString() {
            return code + " " + why;
        }
    }

    @BeforeAll
    void open() throws IOException {
        assumeTrue(Lab.missing().isEmpty(), Lab.missing());
        assumeTrue(System.getenv("DISPLAY") != null, "the window needs a display");
        Locale.setDefault(Locale.ENGLISH);
        lab = Lab.open();
        before = lab.network();
    }

    @AfterAll
    void close() {
        Locale.setDefault(localeBefore);
        if (lab != null) {
            lab.close();
        }
    }

    @AfterEach
    void everythingIsAsBefore() {
        lab.ctl("disconnect");
        assertEquals(before, lab.network(), lab.helperLog());
    }

    private List<Row> withoutAServer() throws IOException {
        String again = "Try again, Details";
        String report = "Try again, Copy report, Details";
        String closed = "The server is there but refuses this port";
        return List.of(
                new Row(
                        "NET-2",
                        "Cannot find “nothing.example”",
                        "The name lookup failed",
                        again,
                        List.of(),
                        List.of("remote nothing.example 1194 udp")),
                new Row(
                        "NET-3",
                        "The server does not answer",
                        "10.86.0.2:1196 by UDP gave no reply in 2 s.",
                        again,
                        List.of(),
                        List.of("remote 10.86.0.2 1196 udp", "connect-timeout 2")),
                new Row(
                        "NET-4",
                        closed,
                        "10.86.0.2:1195 by UDP",
                        report,
                        List.of(),
                        List.of("remote 10.86.0.2 1195 udp")),
                new Row(
                        "NET-4",
                        closed,
                        "10.86.0.2:1195 by TCP",
                        report,
                        List.of(),
                        List.of("remote 10.86.0.2 1195 tcp")),
                new Row(
                        "TLS-4",
                        "Your certificate is out of date",
                        "It is valid from 2020-01-01 to 2021-01-01.",
                        "Import new file…, Copy report",
                        List.of(),
                        List.of(UDP, inline("cert", "bygone.crt"), inline("key", "bygone.key"))));
    }

    private List<Row> withAServer() throws IOException {
        String foreign = inline("tls-crypt", "foreign.key");
        return List.of(
                new Row(
                        "NET-3",
                        "The server does not answer",
                        "Or the extra key of the profile is no longer the server's.",
                        "Try again, Details",
                        List.of("tls-crypt extra.key"),
                        List.of(UDP, "connect-timeout 2", foreign)),
                new Row(
                        "TLS-1",
                        "The profile does not match the server",
                        "The extra key (tls-auth or tls-crypt) is missing or old",
                        "Import new file…, Try again, Details",
                        List.of("proto tcp-server", "tls-crypt extra.key"),
                        List.of("remote 10.86.0.2 1194 tcp", foreign)),
                new Row(
                        "TLS-3",
                        "This is not the server you think, or its certificate changed",
                        "Nothing of yours was sent.",
                        "Copy both certificates, Copy report, Details",
                        List.of("verb 3"),
                        List.of(UDP, "verify-x509-name other name")),
                new Row(
                        "TLS-5",
                        "The server's certificate is out of date",
                        "It is valid from 2020-01-01 to 2021-01-01",
                        "Copy report, Details",
                        List.of("cert expired.crt", "key expired.key"),
                        List.of(UDP)),
                new Row(
                        "CIP-1",
                        "No common encryption for the data",
                        "What the server offers is not safe or not known",
                        "Choose another file…, Copy report, Details",
                        List.of("data-ciphers AES-256-CBC"),
                        List.of(UDP)));
    }

    /** Imported as drafts; a double-click says once more what they lack. */
    private List<Row> drafts() throws IOException {
        return List.of(
                new Row(
                        "CFG-1",
                        "This profile needs something that Culvert does not do",
                        "dev tap",
                        "Import new file…, Copy report, Details",
                        List.of(),
                        List.of(UDP, "dev tap")),
                new Row(
                        "CFG-4",
                        "The private key does not belong to the certificate",
                        "Ask for a new profile file.",
                        "Import new file…, Copy report",
                        List.of(),
                        List.of(UDP, inline("key", "wrong.key"))));
    }

    private String inline(String part, String file) throws IOException {
        return "<" + part + ">\n" + lab.pem(file) + "</" + part + ">";
    }

    @ParameterizedTest
    @MethodSource({"withoutAServer", "withAServer", "drafts"})
    void aDoubleClickThatComesToNothingSaysCodeSentencesAndButtons(Row row) throws IOException {
        var server = new ArrayList<Server>();
        if (!row.server().isEmpty()) {
            server.add(lab.server("refusing", row.server().toArray(String[]::new)));
        }
        try (var _ = lab.silence(1196);
                var window = window()) {
            add(window, profile(row.profile().toArray(String[]::new)));
            connect(window);
            assertBanner(window, row);
            if (row.code().equals("NET-4")) {
                List<String> stages = window.words(".stages");
                int reach = stages.indexOf("Reach it");
                assertEquals("stopped here", stages.get(reach + 1), stages::toString);
            }
        } finally {
            lab.ctl("disconnect");
            server.forEach(Server::stop);
        }
    }

    @Test
    void aPasswordThatTheServerTurnsDownIsAskedForAgainWithItsCodeAndSentence() throws IOException {
        String judge = lab.script("judge", "exit 1");
        Server server =
                lab.server(
                        "judging",
                        "script-security 3",
                        "auth-user-pass-verify " + judge + " via-env");
        try (var window = window()) {
            add(window, profile(UDP, "auth-user-pass"));
            connect(window);
            await(window, "#prompt-user", "");
            robot.clickOn("#prompt-user").write("anna");
            robot.clickOn("#prompt-password").write("wrong").push(KeyCode.ENTER);

            await(window, "#prompt", "AUTH-1");
            List<String> words = window.words("#prompt");
            assertTrue(
                    words.contains("The server refused the user name or password"),
                    words::toString);
            assertTrue(words.contains("Sign in"), words::toString);
            robot.push(KeyCode.ESCAPE);
        } finally {
            lab.ctl("disconnect");
            server.stop();
        }
    }

    /** Hides {@code /dev/net} from the helper alone. */
    @Test
    void withoutATunDeviceTheCodeIsSys1() throws IOException {
        Server server = lab.server("notun");
        String inside = "nsenter -t " + lab.helper().pid() + " -m -- ";
        Shell.bash(inside + "mount -t tmpfs none /dev/net").must();
        try (var window = window()) {
            add(window, profile(UDP));
            connect(window);
            await(window, "#failure", "SYS-1");
            List<String> words = window.words("#failure");
            assertEquals("The system cannot make a network device", words.getFirst());
            assertTrue(words.get(1).startsWith("/dev/net/tun is missing"), words::toString);
            assertTrue(words.contains("Try again"), words::toString);
        } finally {
            Shell.bash(inside + "umount /dev/net").must();
            server.stop();
        }
    }

    @Test
    void namesThatCannotBeSetBlockAFullTunnelUntilAPersonGoesWithout() throws IOException {
        Server server =
                lab.server(
                        "names",
                        "push \"redirect-gateway def1\"",
                        "push \"dhcp-option DNS 10.86.1.1\"");
        try (var window = window()) {
            add(window, profile(UDP));
            connect(window);
            assertBanner(
                    window,
                    new Row(
                            "SYS-3",
                            "Names of the VPN cannot be looked up",
                            "The name servers 10.86.1.1 could not be set",
                            "Try again, Continue without VPN DNS, Details",
                            List.of(),
                            List.of()));
            robot.clickOn("#remedy-without_dns");
            assertTrue(
                    Shell.eventually(30, () -> window.stateLine().startsWith("Connected")),
                    lab::helperLog);
            toggle(window, 30, () -> window.stateLine().startsWith("Not connected"));
        } finally {
            lab.ctl("disconnect");
            server.stop();
        }
    }

    @Test
    void withoutANetworkItSaysSoUntilItIsCancelled() throws IOException {
        lab.unplug();
        try (var window = window()) {
            add(window, profile(UDP));
            connect(window);
            assertBanner(
                    window,
                    new Row(
                            "NET-1",
                            "You are not connected to any network",
                            "The VPN will start by itself as soon as there is one.",
                            "Cancel, Details",
                            List.of(),
                            List.of()));
            press(window, "#remedy-cancel");
        } finally {
            lab.plug();
        }
    }

    @Test
    void aConnectionThatIsLostSaysSoWhileItComesBack() throws IOException {
        Server server = lab.server("lost");
        try (var window = window()) {
            add(window, profile(UDP));
            connect(window);
            assertTrue(
                    Shell.eventually(30, () -> window.stateLine().startsWith("Connected")),
                    lab::helperLog);
            try (var _ = lab.silence(1194)) {
                assertBanner(
                        window,
                        new Row(
                                "LNK-1",
                                "Connection lost, reconnecting",
                                "The last answer came ",
                                "Details, Disconnect",
                                List.of(),
                                List.of()));
                press(window, "#remedy-disconnect");
            }
        } finally {
            server.stop();
        }
    }

    /** Presses a button of the banner that ends the attempt. */
    private void press(DeskProbe window, String button) {
        Button shown = Fx.node(window.stage(), Button.class, button.substring(1));
        Fx.run(shown::fire);
        assertTrue(
                Shell.eventually(30, () -> window.stateLine().startsWith("Not connected")),
                window::stateLine);
    }

    @Test
    void aHelperThatDoesNotRunIsNamedWithAndWithoutProfiles() throws IOException {
        Path nowhere = lab.folder().resolve("run/nobody.sock");
        try (var window = window(nowhere)) {
            await(window, "#service-missing", "HLP-1");
            assertMissing(window, "The background service is not running", nowhere.toString());
        }
        try (var window = window(nowhere)) {
            add(window, profile(UDP));
            connect(window);
            await(window, "#failure", "HLP-1");
            List<String> words = window.words("#failure");
            assertEquals("The background service is not running", words.getFirst());
            assertTrue(words.get(1).contains(nowhere.toString()), words::toString);
            assertTrue(words.contains("Try again"), words::toString);
        }
    }

    @Test
    void aSocketOfSomebodyElseIsNotTrusted() throws IOException {
        Path folder = lab.folder().resolve("strange");
        Shell.bash("mkdir -m 1777 %1$s && install -d -o culvert-lab2 %1$s/state".formatted(folder))
                .must();
        Path socket = folder.resolve("helper.sock");
        Process stranger =
                Shell.start(
                        List.of(
                                "setpriv",
                                "--reuid",
                                "culvert-lab2",
                                "--regid",
                                "culvert-lab2",
                                "--clear-groups",
                                lab.folder() + "/program/bin/culvert-helper",
                                "--socket",
                                socket.toString(),
                                "--state",
                                folder + "/state"),
                        lab.folder().resolve("strange.log"));
        assertTrue(Shell.eventually(30, () -> Files.exists(socket)), "the stranger listens");
        try (var window = window(socket)) {
            await(window, "#service-missing", "HLP-3");
            assertMissing(window, "You are not allowed to use the VPN service", "belongs neither");
        } finally {
            stranger.destroy();
        }
    }

    private static void assertMissing(DeskProbe window, String title, String why) {
        List<String> words = window.words("#service-missing");
        assertEquals(title, words.getFirst());
        assertTrue(words.get(1).contains(why), words::toString);
        assertTrue(words.contains("Try again"), words::toString);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "empty | '' | CFG-3 | This file is not a VPN profile",
                "page | <!DOCTYPE html><html>sign in</html> | CFG-3 | This file is not a VPN"
                        + " profile",
                "text | Dear customer, welcome | CFG-3 | This file is not a VPN profile",
                "absent | - | CFG-7 | This file cannot be read"
            })
    void aFileThatIsNoProfileIsNamedOnTheImportSheet(
            String name, String text, String code, String title) throws IOException {
        Path file = lab.folder().resolve(name + ".ovpn");
        if (!text.equals("-")) {
            Files.writeString(file, text);
        }
        try (var window = window()) {
            window.hand(file);
            await(window, "#import-sheet", code);
            List<String> words = window.words("#import-sheet");
            assertTrue(words.contains(title), words::toString);
            assertTrue(words.contains("Choose another file…"), words::toString);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CFG-5 | This file sets up a server, not a connection"
                        + " | dev tun;server 10.0.0.0 255.0.0.0",
                "CFG-6 | A part of this profile is missing"
                        + " | client;remote 10.86.0.2 1194 udp;remote-cert-tls server",
                "CFG-1 | This profile needs something that Culvert does not do | dev tap",
            })
    void aProfileThatCannotConnectIsNamedOnTheImportSheet(String code, String title, String lines)
            throws IOException {
        Path file = lab.folder().resolve("draft.ovpn");
        List<String> all = List.of(lines.split(";"));
        if (code.equals("CFG-1")) {
            file = lab.profile("draft", UDP, lines);
        } else {
            Files.write(file, all);
        }
        try (var window = window()) {
            window.hand(file);
            await(window, "#import-sheet", code);
            List<String> words = window.words("#import-sheet");
            assertTrue(words.contains(title), words::toString);
        }
    }

    private void assertBanner(DeskProbe window, Row row) {
        await(window, "#failure", row.code());
        List<String> words = window.words("#failure");
        var wanted = Stream.of(row.buttons().split(", "));
        assertEquals(
                Stream.of(Stream.of(row.title(), words.get(1)), wanted, Stream.of(row.code()))
                        .flatMap(some -> some)
                        .toList(),
                words);
        assertTrue(words.get(1).contains(row.why()), words::toString);
    }

    private void connect(DeskProbe window) {
        toggle(window, 5, () -> !window.stateLine().startsWith("Not connected"));
    }

    /** A double-click; one that a busy machine has lost is made again. */
    private void toggle(DeskProbe window, int seconds, BooleanSupplier done) {
        for (int i = 0; i < 3 && !done.getAsBoolean(); i++) {
            robot.doubleClickOn(ROW);
            Shell.eventually(seconds, done);
        }
        assertTrue(done.getAsBoolean(), window::stateLine);
    }

    private void add(DeskProbe window, Path profile) {
        window.hand(profile);
        await(window, "#import-add", "");
        robot.clickOn("#import-add");
        await(window, "#state-line", "");
        assertTrue(
                Shell.eventually(20, () -> window.stateLine().startsWith("Not connected")),
                window::stateLine);
    }

    /** Each has a name of its own, because the helper remembers what has failed. */
    private Path profile(String... lines) throws IOException {
        return lab.profile("Office " + ++profiles, lines);
    }

    private DeskProbe window() throws IOException {
        return window(lab.folder().resolve("run/helper.sock"));
    }

    private DeskProbe window(Path socket) throws IOException {
        return DeskProbe.open(socket, Files.createTempDirectory(lab.folder(), "home"));
    }

    /** Waits until a label or button of the part says {@code text}, or is there at all. */
    private void await(DeskProbe window, String part, String text) {
        assertTrue(
                Shell.eventually(
                        40,
                        () ->
                                text.isEmpty()
                                        ? window.sees(part)
                                        : window.words(part).contains(text)),
                () -> part + " without " + text + ": " + window.words(part) + lab.helperLog());
    }
}
