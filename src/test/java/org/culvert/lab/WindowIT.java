package org.culvert.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import javafx.scene.input.KeyCode;

import org.culvert.client.HelperConnection;
import org.culvert.desktop.DeskProbe;
import org.culvert.desktop.Fx;
import org.culvert.ipc.Connection;
import org.culvert.ipc.Request;
import org.culvert.ipc.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.testfx.api.FxRobot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The window on a real helper and a real openvpn. It runs in the test's own process, so as root,
 * while the helper has its own account.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WindowIT {
    private static final String UDP = "remote 10.86.0.2 1194 udp";

    private final Locale localeBefore = Locale.getDefault();
    private Lab lab;

    @BeforeAll
    void open() throws IOException {
        assumeTrue(Lab.missing().isEmpty(), Lab.missing());
        assumeTrue(System.getenv("DISPLAY") != null, "the window needs a display");
        Locale.setDefault(Locale.ENGLISH);
        lab = Lab.open();
    }

    @AfterAll
    void close() {
        Locale.setDefault(localeBefore);
        if (lab != null) {
            lab.close();
        }
    }

    @Test
    void aFileIsImportedConnectedUsedAndDisconnected() throws IOException {
        Server server = lab.server("window");
        Path trace = lab.folder().resolve("up-was-run");
        String up = "up \"/usr/bin/touch " + trace + "\"";
        Path profile = lab.profile("Office", UDP, "script-security 2", up);
        String before = lab.network();
        try (var window = DeskProbe.open(socket(), lab.folder().resolve("home"))) {
            var robot = new FxRobot();
            window.hand(profile);
            awaitNode(window, "import-add");
            robot.clickOn("#import-add");
            eventually(window, "Not connected");

            robot.doubleClickOn(".rows .list-cell:selected .name");
            eventually(window, "Connected and checked");

            lab.here("curl -fsS -o /dev/null http://10.86.9.1:8000/big").must();
            assertTotals(window);
            Fx.picture(window.stage(), "connected");

            robot.doubleClickOn(".rows .list-cell:selected .name");
            eventually(window, "Not connected");
            assertTrue(Shell.eventually(15, () -> lab.network().equals(before)), lab.network());
            assertFalse(Files.exists(trace), "a program of the profile was run");
        } finally {
            server.stop();
        }
    }

    /** The graph has drawn each octet that the helper has counted, and none twice. */
    private void assertTotals(DeskProbe window) {
        boolean equal =
                Shell.eventually(
                        15,
                        () ->
                                counted().getFirst() > 10_485_760
                                        && window.drawn("Office").equals(counted()));
        assertTrue(equal, () -> window.drawn("Office") + " drawn, counted " + counted());
    }

    private List<Long> counted() {
        var opened = HelperConnection.open(socket(), notice -> {}, why -> {});
        var connected = assertInstanceOf(HelperConnection.Connected.class, opened);
        try (HelperConnection helper = connected.connection()) {
            var reply = helper.ask(Request.Status::new);
            Connection only =
                    assertInstanceOf(Response.StatusReply.class, reply).connections().getFirst();
            return List.of(only.bytesIn(), only.bytesOut());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aProfileThatFailsSaysWhyAndWhatToDo() throws IOException {
        Path profile = lab.profile("Silent", "remote 10.86.0.2 1999 udp", "connect-timeout 2");
        try (var window = DeskProbe.open(socket(), lab.folder().resolve("home2"))) {
            window.hand(profile);
            awaitNode(window, "import-add_and_connect");
            new FxRobot().push(KeyCode.ENTER);

            eventually(window, "Could not connect");
            awaitNode(window, "failure");
            Fx.picture(window.stage(), "failed");
        }
    }

    private Path socket() {
        return lab.folder().resolve("run/helper.sock");
    }

    private void eventually(DeskProbe window, String words) {
        assertTrue(
                Shell.eventually(30, () -> window.stateLine().startsWith(words)),
                () -> window.stateLine() + "\n" + lab.helperLog());
    }

    private static void awaitNode(DeskProbe window, String id) {
        assertEquals(
                true,
                Shell.eventually(
                        20, () -> Fx.on(() -> window.stage().getScene().lookup("#" + id) != null)),
                id);
    }
}
