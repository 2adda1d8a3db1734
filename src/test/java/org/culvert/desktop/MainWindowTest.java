package org.culvert.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.Button;
import javafx.scene.control.Label;

import org.culvert.desktop.link.Service;
import org.culvert.failure.Failure;
import org.culvert.ipc.State;
import org.junit.jupiter.api.Test;

import java.util.List;

class MainWindowTest {
    private static final Service GONE =
            new Service.Unreachable(new Failure.HelperNotRunning("/run/culvert/helper.sock"));

    @Test
    void withoutProfilesOnlyTheDropZoneIsThere() {
        try (Rig rig = Rig.with()) {
            assertTrue(rig.sees("#drop"));
            assertFalse(rig.sees("#profiles"));
        }
    }

    @Test
    void withoutProfilesAMissingServiceTakesThePlaceOfTheDropZone() {
        try (Rig rig = Rig.with()) {
            Fx.run(() -> rig.window().show(GONE));
            assertTrue(rig.sees("#service-missing"));

            Fx.run(() -> rig.window().show(new Service.Ready("0.1.0")));
            assertTrue(rig.sees("#drop"));
        }
    }

    @Test
    void withProfilesAMissingServiceStandsAboveWhatWouldHappen() {
        try (Rig rig = Rig.with("Lab")) {
            Fx.run(() -> rig.window().show(GONE));

            assertFalse(rig.sees("#service-missing"));
            assertTrue(rig.sees("#profiles"));
            assertTrue(rig.words("#failure").contains("HLP-1"), rig.words("#failure")::toString);
            assertTrue(rig.sees("#off-hint"));

            Fx.run(() -> Fx.node(rig.stage(), Button.class, "remedy-again").fire());
            assertEquals(List.of("seek"), rig.said(), "nobody has asked for a tunnel");

            Fx.run(() -> rig.window().show(new Service.Ready("0.1.0")));
            assertFalse(rig.sees("#failure"));
        }
    }

    @Test
    void aNarrowWindowHasItsProfilesInTheTitle() {
        try (Rig rig = Rig.with("Lab")) {
            assertTrue(rig.sees(".sidebar"));
            assertFalse(rig.sees(".chooser"));

            narrow(rig);
            assertFalse(rig.sees(".sidebar"));
            assertTrue(rig.sees(".chooser"));

            Fx.run(rig.window()::search);
            assertTrue(rig.sees(".drop-down"));
        }
    }

    private static void narrow(Rig rig) {
        Fx.run(() -> {
            rig.window().setMaxWidth(760);
            rig.window().setMinWidth(760);
            rig.window().resize(760, 600);
        });
    }

    @Test
    void theOneButtonDoesWhatItSays() {
        try (Rig rig = Rig.with("Lab")) {
            press(rig, "Connect");
            rig.tell("Lab", State.CONNECTING);
            press(rig, "Cancel");
            rig.tell("Lab", State.ON);
            press(rig, "Disconnect");

            assertEquals(List.of("connect Lab", "disconnect Lab", "disconnect Lab"), rig.said());
        }
    }

    private static void press(Rig rig, String words) {
        Fx.settle();
        var button = Fx.on(() -> (Button) rig.window().lookup(".main-button"));
        assertEquals(words, Fx.on(button::getText));
        Fx.run(button::fire);
    }

    @Test
    void aProfileThatWasNeverConnectedSaysHow() {
        try (Rig rig = Rig.with("Lab")) {
            assertTrue(rig.sees("#off-hint"));
        }
    }

    @Test
    void whereNoTrayIsItIsSaidOnceAndGoesAway() {
        try (Rig rig = Rig.with("Lab")) {
            assertFalse(rig.sees(".undo"));

            Fx.run(rig.window()::withoutTray);

            assertTrue(rig.sees(".undo"));
            var words = Fx.on(() -> (Label) rig.window().lookup(".undo .label"));
            assertTrue(Fx.on(words::getText).contains("Ctrl M"));
            assertFalse(rig.sees("#undo"));
        }
    }
}
