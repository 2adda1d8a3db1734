package org.culvert.desktop.mini;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.culvert.desktop.Complaints;
import org.culvert.desktop.Fx;
import org.culvert.desktop.Sample;
import org.culvert.desktop.connection.Connections;
import org.culvert.desktop.look.Look;
import org.culvert.desktop.look.Theme;
import org.culvert.desktop.traffic.Window;
import org.culvert.ipc.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

@SuppressWarnings("NullAway.Init")
class MiniWindowTest {
    private final Connections connections = new Connections();
    private final Asked asked = new Asked();
    private MiniModel model;
    private MiniWindow window;

    @BeforeEach
    void makeWindow() {
        Look look = Sample.look(Locale.ENGLISH, Fx.on(Theme::new));
        model = new MiniModel(look, connections);
        model.profiles(Sample.cards(Locale.ENGLISH));
        window = Fx.on(() -> new MiniWindow(look, model, asked));
    }

    @AfterEach
    void closeWindow() {
        Fx.run(window::close);
    }

    private Stage stage() {
        return window.stage();
    }

    private void open() {
        Fx.run(() -> window.open(0, 0));
    }

    private void tell(State state) {
        Fx.run(() -> connections.tell(List.of(Sample.connection("Office", state, 3, null))));
    }

    private void press(String id) {
        Fx.run(Fx.node(stage(), Button.class, id)::fire);
    }

    private String line() {
        return Fx.on(() ->
                ((javafx.scene.control.Label) stage().getScene().lookup("#mini-line")).getText());
    }

    @Test
    void theListOfProfilesOpensInItsColours() {
        try (var complaints = new Complaints()) {
            open();
            press("mini-switch");

            assertEquals(List.of(), complaints.heard());
        }
    }

    @Test
    void aClickOpensItAndAnotherClosesIt() {
        Fx.run(() -> window.toggle(900, 10));
        assertTrue(window.showing());
        Fx.run(() -> window.toggle(900, 10));
        assertFalse(window.showing());
    }

    @Test
    void escapeClosesIt() {
        open();
        Fx.press(stage(), KeyCode.ESCAPE);
        assertFalse(window.showing());
    }

    @Test
    void withoutAWayBackItIsMinimisedInstead() {
        asked.wayBack(false);
        open();
        Fx.press(stage(), KeyCode.ESCAPE);
        assertTrue(window.showing());
        assertTrue(Fx.on(stage()::isIconified));
    }

    @Test
    void itFollowsTheTunnelAndItsButtonActs() {
        open();
        press("mini-button");
        tell(State.ON);
        assertEquals("Connected · 1:12:00", line());
        press("mini-button");
        tell(State.OFF);
        assertEquals("Not connected", line());
        press("mini-expand");

        assertEquals(List.of("connect Client B", "disconnect Office", "expand"), asked.done());
    }

    @Test
    void itsHeightFollowsWhatItSays() {
        open();
        double off = Fx.on(stage()::getHeight);
        tell(State.ON);
        Fx.run(() -> Sample.traffic(connections, "c-Office", Duration.ZERO));
        Fx.settle();

        awaitHigherThan(off);
        assertEquals(
                360.0,
                Fx.on(() -> stage().getScene().lookup(".mini").getLayoutBounds().getWidth()));
    }

    @Test
    void itIsWholeWhenProfilesComeLater() {
        Fx.run(() -> model.profiles(List.of()));
        open();
        Fx.run(() -> model.profiles(Sample.cards(Locale.ENGLISH)));
        tell(State.ON);

        assertTrue(Fx.on(() -> stage().getScene().lookup(".separator-line").isVisible()));
    }

    @Test
    void thePinKeepsItOnTop() {
        open();
        press("mini-pin");
        assertTrue(Fx.on(stage()::isAlwaysOnTop));
        press("mini-pin");
        assertFalse(Fx.on(stage()::isAlwaysOnTop));
    }

    @Test
    void digitsChooseTheRange() {
        open();
        Fx.press(stage(), KeyCode.DIGIT3);
        assertEquals(Window.HOUR, model.graph().window().get());
        Fx.press(stage(), KeyCode.DIGIT1);
        assertEquals(Window.MINUTE, model.graph().window().get());
    }

    @Test
    void turningToAnotherWindowClosesItUnlessItIsPinned() {
        open();
        awaitFocus();
        Stage other = another();
        assertFalse(awaitShowing(false), "it should have closed");

        open();
        awaitFocus();
        press("mini-pin");
        Fx.run(other::requestFocus);
        awaitFocusOf(other);
        assertTrue(window.showing());
        Fx.close(other);
    }

    private Stage another() {
        Stage other =
                Fx.on(() -> {
                    var made = new Stage();
                    made.setScene(new Scene(new Group(), 50, 50));
                    made.show();
                    made.requestFocus();
                    return made;
                });
        awaitFocusOf(other);
        return other;
    }

    private void awaitFocus() {
        awaitFocusOf(stage());
    }

    /** The window manager has the last word on a height, and says it later. */
    private void awaitHigherThan(double height) {
        long end = System.nanoTime() + 5_000_000_000L;
        while (Fx.on(stage()::getHeight) <= height) {
            assertTrue(System.nanoTime() < end, "it stays as low as it was");
        }
    }

    private static void awaitFocusOf(Stage stage) {
        long end = System.nanoTime() + 5_000_000_000L;
        while (!Fx.on(stage::isFocused)) {
            assertTrue(System.nanoTime() < end, "no focus");
        }
    }

    private boolean awaitShowing(boolean wanted) {
        long end = System.nanoTime() + 5_000_000_000L;
        while (Fx.on(window::showing) != wanted && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        return Fx.on(window::showing);
    }
}
