package org.culvert.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.culvert.client.HttpsHost;
import org.culvert.client.ProfileFetch;
import org.culvert.desktop.look.Look;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

@SuppressWarnings("NullAway.Init")
class LinkSheetTest {
    private final Look look = Sample.look(Locale.ENGLISH);
    private final BlockingQueue<String> came = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> opened = new LinkedBlockingQueue<>();
    private HttpsHost server;
    private StackPane host;
    private Stage stage;

    @BeforeEach
    void show() throws IOException, GeneralSecurityException {
        server =
                HttpsHost.open(
                        Map.of(
                                "/a.ovpn", "200 client",
                                "/there", "302 https://other.example/a.ovpn"));
        host = Fx.on(StackPane::new);
        stage = Fx.show(look.theme(), host, 720, 560);
        Fx.run(() ->
                host.getChildren().addListener((ListChangeListener<Node>) change -> note(change)));
    }

    private void note(ListChangeListener.Change<? extends Node> change) {
        while (change.next()) {
            change.getAddedSubList().forEach(sheet -> opened.add(sheet.getId()));
        }
    }

    @AfterEach
    void close() throws IOException {
        Fx.close(stage);
        server.close();
    }

    @Test
    void nothingIsFetchedBeforeSomebodyAgreesToTheHost() throws InterruptedException {
        ask("/a.ovpn");
        assertTrue(words().getFirst().startsWith("Fetch a profile from localhost:"));
        assertEquals(List.of(), server.asked());

        Fx.press(stage, KeyCode.ESCAPE);
        assertEquals(List.of(), server.asked());

        ask("/a.ovpn");
        press("link-fetch");
        assertEquals("client", came.poll(20, TimeUnit.SECONDS));
    }

    @Test
    void cancelIsWhatEnterPresses() {
        ask("/a.ovpn");

        Button focused = (Button) Fx.on(() -> stage.getScene().getFocusOwner());
        assertEquals("Cancel", Fx.on(focused::getText));
    }

    @Test
    void anotherHostIsAskedAboutAgain() throws InterruptedException {
        ask("/there");
        assertEquals("link-sheet", opened.poll());
        press("link-fetch");

        assertEquals("link-sheet", opened.poll(20, TimeUnit.SECONDS));
        assertTrue(words().contains("Fetch a profile from other.example?"));
    }

    @Test
    void whatFailsIsSaid() throws InterruptedException {
        ask("/nothing");
        assertEquals("link-sheet", opened.poll());
        press("link-fetch");

        assertEquals("link-failed", opened.poll(20, TimeUnit.SECONDS));
        assertTrue(words().contains("This file cannot be read"));
        assertTrue(words().stream().anyMatch(w -> w.contains("the server answers 404")));
    }

    private void ask(String path) {
        Fx.run(() ->
                new LinkSheet(look, host, server.fetcher(), this::take).ask(server.link(path)));
    }

    private void take(ProfileFetch.Fetched fetched) {
        came.add(new String(fetched.octets(), StandardCharsets.UTF_8));
    }

    private void press(String id) {
        Fx.run(Fx.node(stage, Button.class, id)::fire);
    }

    private List<String> words() {
        return Fx.on(
                () -> host.lookupAll(".label").stream().map(l -> ((Labeled) l).getText()).toList());
    }
}
