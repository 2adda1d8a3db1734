package org.culvert.desktop.prompt;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.culvert.desktop.look.Glyph;
import org.culvert.desktop.look.Icon;
import org.culvert.desktop.look.Look;
import org.culvert.desktop.look.Parts;
import org.culvert.secret.Secret;

/** A field whose letters are hidden until the eye is pressed; says when Caps Lock is on. */
final class SecretField extends VBox {
    private final Look look;
    private final PasswordField hidden = new PasswordField();
    private final TextField open = new TextField();
    private final Button eye;
    private final Label caps;

    SecretField(Look look, String id, String name) {
        super(4);
        this.look = look;
        hidden.setId(id);
        hidden.setAccessibleText(name);
        open.setId(id + "-open");
        open.setAccessibleText(name);
        open.textProperty().bindBidirectional(hidden.textProperty());
        eye = Parts.icon(Icon.EYE, look.text("prompt.showText"), this::toggle, "tiny");
        eye.setId(id + "-eye");
        caps = Parts.wrapped(look.text("prompt.caps"), "small", "warn");
        Parts.show(caps, false);
        Label label = Parts.label(name, "small", "muted");
        label.setLabelFor(hidden);
        var frame = new HBox(hidden, open, eye);
        frame.getStyleClass().add("field");
        HBox.setHgrow(hidden, Priority.ALWAYS);
        HBox.setHgrow(open, Priority.ALWAYS);
        getChildren().addAll(label, frame, caps);
        addEventFilter(KeyEvent.ANY, event -> caps());
        hidden.focusedProperty().subscribe(this::caps);
        open.focusedProperty().subscribe(this::caps);
        reveal(false);
    }

    private void toggle() {
        reveal(hidden.isVisible());
        input().requestFocus();
        input().end();
    }

    private void reveal(boolean shown) {
        Parts.show(hidden, !shown);
        Parts.show(open, shown);
        String name = look.text(shown ? "prompt.hideText" : "prompt.showText");
        eye.setGraphic(Glyph.line(Icon.EYE, 16, shown ? "busy" : "muted"));
        eye.setAccessibleText(name);
        eye.setTooltip(new Tooltip(name));
    }

    private void caps() {
        boolean focused = hidden.isFocused() || open.isFocused();
        Parts.show(caps, focused && Platform.isKeyLocked(KeyCode.CAPS).orElse(false));
    }

    private TextField input() {
        return hidden.isVisible() ? hidden : open;
    }

    /** Where typing goes, with everything selected. */
    Node begin() {
        input().selectAll();
        return input();
    }

    /** The letters. */
    TextField text() {
        return hidden;
    }

    /** What was typed; whoever takes it closes it. */
    Secret secret() {
        return Secret.ofUtf8(hidden.getCharacters());
    }
}
