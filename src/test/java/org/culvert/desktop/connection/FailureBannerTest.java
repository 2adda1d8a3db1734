package org.culvert.desktop.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.culvert.desktop.Failures;
import org.culvert.desktop.Fx;
import org.culvert.desktop.Sample;
import org.culvert.desktop.link.ProfileCard;
import org.culvert.desktop.look.Look;
import org.culvert.failure.Failure;
import org.culvert.failure.FailureText;
import org.culvert.failure.Phrase;
import org.culvert.ipc.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

@SuppressWarnings("NullAway.Init")
class FailureBannerTest {
    private static final ProfileCard OFFICE = Sample.card("Office", "vpn.example");

    private final Look look = Sample.look(Locale.ENGLISH);
    private final List<Remedy> done = new ArrayList<>();
    private final Connections connections = new Connections();
    private FailureBanner banner;
    private Stage stage;

    @BeforeEach
    void show() {
        banner = Fx.on(() -> new FailureBanner(look, done::add));
        stage = Fx.show(look.theme(), Fx.on(() -> new StackPane(banner)), 700, 200);
    }

    @AfterEach
    void close() {
        Fx.close(stage);
    }

    @Test
    void itIsThereOnlyWithAFailure() {
        fail(Sample.noAnswer());
        assertTrue(banner.isVisible());

        connections.tell(List.of(Sample.connection("Office", State.ON, null, null)));
        Fx.run(() -> banner.show(OFFICE, connections.of("Office")));
        assertFalse(banner.isVisible());
    }

    @Test
    void onlyTheFirstButtonIsFilledAndItDoesItsThing() {
        fail(Sample.noAnswer());

        Button again = Fx.node(stage, Button.class, "remedy-again");
        Fx.run(again::fire);

        assertEquals(List.of(Remedy.AGAIN), done);
        assertEquals(1, Fx.on(() -> banner.lookupAll(".primary").size()));
    }

    @Test
    void aCopyingButtonCopiesAndSaysSo() {
        fail(new Failure.Unreadable("/home/anna/a.ovpn", Phrase.of(Phrase.Kind.FORBIDDEN)));

        Button copy = Fx.node(stage, Button.class, "remedy-copy_command");
        Fx.run(copy::fire);

        assertEquals(
                "sudo chown \"$USER\" /home/anna/a.ovpn",
                Fx.on(() -> Clipboard.getSystemClipboard().getString()));
        assertEquals("Copied", Fx.on(copy::getText));
        assertEquals(List.of(), done);
    }

    @Test
    void itIsReadAloud() {
        fail(new Failure.TrafficBlocked());

        assertEquals(
                "Traffic is blocked because the VPN is off. This is the protection you switched"
                        + " on.",
                Fx.on(banner::getAccessibleText));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void eachFailureIsShownWithItsCodeSentenceAndButtons(String language) {
        Look other = Sample.look(Locale.forLanguageTag(language));
        for (Failure failure : Failures.all()) {
            connections.tell(List.of(Sample.connection("Office", State.FAILED, 2, failure)));
            var shown = Fx.on(() -> new FailureBanner(other, done::add));
            Fx.run(() -> shown.show(OFFICE, connections.of("Office")));

            FailureText words = FailureText.of(failure, other.texts().locale());
            List<String> seen = Fx.words(shown);
            assertTrue(seen.contains(failure.code().text()), seen::toString);
            assertTrue(seen.contains(words.title()), seen::toString);
            assertTrue(seen.contains(words.text()), seen::toString);
            for (Remedy remedy : Remedy.of(failure, OFFICE, State.FAILED)) {
                assertTrue(seen.contains(other.text(remedy.key())), seen + " lacks " + remedy);
            }
        }
    }

    private void fail(Failure failure) {
        connections.tell(List.of(Sample.connection("Office", State.FAILED, 2, failure)));
        Fx.run(() -> banner.show(OFFICE, connections.of("Office")));
    }
}
