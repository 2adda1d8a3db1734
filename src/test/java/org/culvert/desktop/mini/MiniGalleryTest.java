package org.culvert.desktop.mini;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;

import org.culvert.desktop.Fx;
import org.culvert.desktop.Sample;
import org.culvert.desktop.connection.Connections;
import org.culvert.desktop.link.ProfileCard;
import org.culvert.desktop.look.Look;
import org.culvert.desktop.look.Scheme;
import org.culvert.desktop.look.Theme;
import org.culvert.ipc.State;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Draws the mini window in each state to {@code target/screenshots}; no text is cut in any. */
class MiniGalleryTest {
    @ParameterizedTest
    @CsvSource({"LIGHT,en", "DARK,en", "LIGHT,zh", "DARK,zh"})
    void everyStateIsDrawnWithoutACutText(Scheme scheme, String language) {
        for (State state : State.values()) {
            draw(scheme, Locale.of(language), state);
        }
    }

    private static void draw(Scheme scheme, Locale locale, State state) {
        Theme theme = Fx.on(Theme::new);
        Look look = Sample.look(locale, theme);
        MiniWindow window =
                Fx.on(() -> {
                    theme.choice().set(Theme.Choice.valueOf(scheme.name()));
                    return new MiniWindow(look, model(look, state), new Asked());
                });
        Fx.run(() -> window.open(0, 0));
        Stage stage = window.stage();
        Fx.picture(
                stage,
                "mini-"
                        + state.name().toLowerCase(Locale.ROOT)
                        + "-"
                        + scheme.word()
                        + "-"
                        + locale.getLanguage());
        assertEquals(List.of(), Fx.on(() -> cut(stage.getScene().getRoot())));
        Node view = Fx.on(() -> stage.getScene().lookup(".mini"));
        assertEquals(MiniView.WIDTH, Fx.on(() -> view.getLayoutBounds().getWidth()));
        Fx.close(stage);
    }

    private static MiniModel model(Look look, State state) {
        var connections = new Connections();
        List<ProfileCard> cards = Sample.cards(look.texts().locale());
        String office = cards.get(2).name();
        connections.tell(
                List.of(
                        Sample.connection(
                                office,
                                state,
                                4,
                                state == State.FAILED ? Sample.noAnswer() : null)));
        Sample.traffic(connections, "c-" + office, Duration.ZERO);
        var model = new MiniModel(look, connections);
        model.profiles(cards);
        model.prefer(cards.get(2));
        return model;
    }

    /** Every shown text whose node is narrower than it. */
    private static List<String> cut(Parent root) {
        return root.lookupAll(".label, .button, .toggle-button").stream()
                .filter(MiniGalleryTest::seen)
                .map(Labeled.class::cast)
                .filter(node -> !node.isWrapText())
                .filter(node -> node.getWidth() + 0.5 < node.prefWidth(-1))
                .map(Labeled::getText)
                .toList();
    }

    private static boolean seen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
