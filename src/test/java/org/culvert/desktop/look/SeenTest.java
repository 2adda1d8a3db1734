package org.culvert.desktop.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.culvert.desktop.Fx;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class SeenTest {
    private final List<String> told = new ArrayList<>();
    private final StackPane node = Fx.on(StackPane::new);
    private final Stage stage = Fx.show(Fx.on(Theme::new), node, 200, 100);

    @AfterEach
    void close() {
        Fx.close(stage);
    }

    @Test
    void aNodeIsSeenWhileItsWindowShows() {
        assertTrue(Fx.on(() -> Seen.now(node)));
        Fx.run(stage::hide);
        assertFalse(Fx.on(() -> Seen.now(node)));
    }

    @Test
    void aMinimisedWindowIsNotSeen() {
        Fx.run(() -> Seen.follow(node, () -> told.add("seen"), () -> told.add("gone")));
        Fx.run(() -> stage.setIconified(true));

        assertFalse(Fx.on(() -> Seen.now(node)));
        assertEquals(List.of("seen", "gone"), told);
    }
}
