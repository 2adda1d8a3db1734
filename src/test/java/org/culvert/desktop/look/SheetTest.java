package org.culvert.desktop.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.culvert.desktop.Fx;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

@SuppressWarnings("NullAway.Init")
class SheetTest {
    private final List<String> pressed = new ArrayList<>();
    private Button stay;
    private Button go;
    private Stage stage;

    @BeforeEach
    void open() {
        var host = Fx.on(() -> new StackPane(new Button("behind")));
        stage = Fx.show(Fx.on(Theme::new), host, 600, 400);
        Fx.run(() -> {
            go = Parts.button("Go", () -> pressed.add("go"));
            stay = Parts.button("Stay", () -> pressed.add("stay"));
            var sheet = new Sheet("Really?", 400);
            sheet.buttons(() -> pressed.add("cancel"), go, stay);
            sheet.open(host, stay);
        });
    }

    @AfterEach
    void close() {
        Fx.close(stage);
    }

    @Test
    void tabGoesRoundOnThePaperAndShowsWhereItIs() {
        for (Button next : List.of(go, stay, go)) {
            Fx.press(stage, KeyCode.TAB);
            assertEquals(next, Fx.on(() -> stage.getScene().getFocusOwner()));
            assertTrue(Fx.on(next::isFocusVisible), next.getText());
        }
    }

    @Test
    void enterPressesWhatHasTheFocus() {
        Fx.press(stage, KeyCode.ENTER);
        Fx.press(stage, KeyCode.TAB);
        Fx.press(stage, KeyCode.ENTER);

        assertEquals(List.of("stay", "go"), pressed);
    }

    @Test
    void escapeCancels() {
        Fx.press(stage, KeyCode.ESCAPE);

        assertEquals(List.of("cancel"), pressed);
    }
}
