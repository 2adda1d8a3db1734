package org.culvert.desktop.mini;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.culvert.desktop.look.Glyph;
import org.culvert.desktop.look.Icon;
import org.culvert.desktop.look.Look;
import org.culvert.desktop.look.Parts;
import org.culvert.desktop.look.StateGlyph;
import org.culvert.desktop.look.StateShape;
import org.culvert.ipc.State;

import java.util.Optional;

/** Shape, name, how it stands; the pin, and the way to the main window. */
final class MiniHeader extends HBox {
    private final StateGlyph shape = new StateGlyph(28);
    private final Label name = Parts.elastic("", "heading");
    private final Label line = Parts.elastic("", "small", "medium");
    private final Button pin;
    private Optional<State> shown = Optional.empty();

    MiniHeader(Look look, Runnable turnPin, Runnable expand) {
        name.setId("mini-name");
        line.setId("mini-line");
        pin = Parts.icon(Icon.PIN, look.text("mini.pin"), turnPin, "pin");
        pin.setId("mini-pin");
        Button open = Parts.icon(Icon.EXPAND, look.text("mini.expand"), expand);
        open.setId("mini-expand");
        var words = new VBox(1, name, line);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox.setMargin(words, new Insets(0, 0, 0, 13));
        getChildren().addAll(shape, words, pin, open);
        setSpacing(4);
        setAlignment(Pos.CENTER_LEFT);
    }

    void show(MiniFace face) {
        name.setText(face.name());
        line.setText(face.line());
        if (!shown.equals(Optional.of(face.state()))) {
            shown = Optional.of(face.state());
            shape.show(face.state(), false);
            line.getStyleClass().removeAll("muted", "busy", "ok", "warn", "bad");
            line.getStyleClass().add(StateShape.role(face.state()));
        }
    }

    void pinned(boolean pinned) {
        pin.setGraphic(Glyph.line(Icon.PIN, 18, pinned ? "busy" : "muted"));
    }
}
