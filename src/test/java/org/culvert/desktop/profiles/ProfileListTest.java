package org.culvert.desktop.profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.culvert.desktop.Fx;
import org.culvert.desktop.MemoryShelf;
import org.culvert.desktop.Sample;
import org.culvert.desktop.connection.Connections;
import org.culvert.desktop.link.ProfileCard;
import org.culvert.desktop.look.Beat;
import org.culvert.desktop.look.Look;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

@SuppressWarnings("NullAway.Init")
class ProfileListTest {
    private final List<String> deeds = new ArrayList<>();
    private final Look look = Sample.look(Locale.ENGLISH);
    private final MemoryShelf shelf =
            new MemoryShelf(
                    IntStream.rangeClosed(1, 1000)
                            .mapToObj(i -> Sample.card("VPN %04d".formatted(i), "10.0.0.1"))
                            .toList());
    private ProfileListModel model;
    private ProfileList list;
    private Stage stage;

    @BeforeEach
    void show() {
        model = new ProfileListModel(look, shelf, new Connections());
        shelf.open(Sample.listener(model::profiles));
        list = Fx.on(() -> new ProfileList(look, model, recorder(), new Beat()));
        stage = Fx.show(look.theme(), list, 292, 600);
        Fx.run(list::focusRows);
    }

    @AfterEach
    void close() {
        Fx.close(stage);
    }

    @Test
    void aThousandProfilesNeedOnlyAHandfulOfCells() {
        Fx.run(() -> model.select(model.all().get(900)));

        assertTrue(Fx.on(() -> list.lookupAll(".list-cell").size()) < 40);
        assertTrue(Fx.on(() -> row("VPN 0901").isPresent()));
    }

    @Test
    void aDoubleClickAndEnterToggle() {
        Fx.click(Fx.on(() -> row("VPN 0002").orElseThrow()), 2);
        Fx.press(stage, KeyCode.ENTER);

        assertEquals(List.of("toggle VPN 0002", "toggle VPN 0002"), deeds);
    }

    @Test
    void arrowsPassOverTitles() {
        Fx.press(stage, KeyCode.UP);
        assertEquals("VPN 0001", model.selected().get().orElseThrow().name());

        Fx.press(stage, KeyCode.DOWN);
        assertEquals("VPN 0002", model.selected().get().orElseThrow().name());
    }

    @Test
    void lettersTypedOnTheListSearch() {
        Fx.type(stage, "0777");

        assertEquals("0777", model.query().get());
        assertEquals("VPN 0777", model.selected().get().orElseThrow().name());
        Fx.press(stage, KeyCode.ENTER);
        assertEquals(List.of("toggle VPN 0777"), deeds);
    }

    @Test
    void escapeEndsTheSearchAndReturnsToTheList() {
        Fx.type(stage, "zz");
        Label nothing = Fx.node(stage, Label.class, "nothing-found");
        assertTrue(Fx.on(nothing::isVisible));

        Fx.press(stage, KeyCode.ESCAPE);

        assertEquals("", model.query().get());
        assertFalse(Fx.on(nothing::isVisible));
        assertEquals("profiles", Fx.on(() -> stage.getScene().getFocusOwner().getId()));
    }

    @Test
    void f2OpensTheNameInItsPlaceAndEnterKeepsTheNewOne() {
        Fx.press(stage, KeyCode.F2);
        TextField field = Fx.node(stage, TextField.class, "name-field");
        Fx.run(() -> field.setText("Alpha"));
        Fx.press(stage, KeyCode.ENTER);

        assertEquals("Alpha", model.selected().get().orElseThrow().name());
        assertEquals("profiles", Fx.on(() -> stage.getScene().getFocusOwner().getId()));
        assertEquals(List.of(), deeds);
    }

    @Test
    void escapeKeepsTheOldName() {
        Fx.press(stage, KeyCode.F2);
        TextField field = Fx.node(stage, TextField.class, "name-field");
        Fx.run(() -> field.setText("Alpha"));
        Fx.press(stage, KeyCode.ESCAPE);

        assertEquals("VPN 0001", model.selected().get().orElseThrow().name());
    }

    @Test
    void deleteRemovesAndTheBarBringsItBack() {
        Fx.press(stage, KeyCode.DELETE);
        assertEquals(999, model.all().size());
        assertEquals("VPN 0002", model.selected().get().orElseThrow().name());

        Button undo = Fx.node(stage, Button.class, "undo");
        Fx.run(undo::fire);

        assertEquals(1000, model.all().size());
    }

    @Test
    void aRowIsReadAloudWithItsState() {
        assertEquals(
                "VPN 0001, Not connected, 10.0.0.1",
                Fx.on(() -> row("VPN 0001").orElseThrow().getAccessibleText()));
    }

    private Optional<Node> row(String name) {
        return list.lookupAll(".list-cell").stream()
                .filter(Node::isVisible)
                .filter(cell -> String.valueOf(cell.getAccessibleText()).startsWith(name))
                .findFirst();
    }

    private ProfileDeeds recorder() {
        return new ProfileDeeds() {
            @Override
            public void toggle(ProfileCard card) {
                deeds.add("toggle " + card.name());
            }

            @Override
            public void connect(ProfileCard card) {
                deeds.add("connect " + card.name());
            }

            @Override
            public void disconnect(ProfileCard card) {
                deeds.add("disconnect " + card.name());
            }

            @Override
            public void reconnect(ProfileCard card) {
                deeds.add("reconnect " + card.name());
            }

            @Override
            public void tags(ProfileCard card) {
                deeds.add("tags " + card.name());
            }

            @Override
            public void export(ProfileCard card, boolean inlined) {
                deeds.add("export " + card.name() + (inlined ? " inlined" : ""));
            }

            @Override
            public void importFile() {
                deeds.add("import");
            }
        };
    }
}
