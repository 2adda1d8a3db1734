package org.culvert.desktop.profiles;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.culvert.desktop.look.Fields;
import org.culvert.desktop.look.Glyph;
import org.culvert.desktop.look.Icon;
import org.culvert.desktop.look.Look;
import org.culvert.desktop.look.Parts;
import org.culvert.secret.Secret;

import java.util.function.Consumer;

/** A part of a profile that has a passphrase, with a field for it. */
final class LockedPart extends VBox {
    LockedPart(Look look, String part, Consumer<Secret> unlock) {
        super(6);
        var words = Parts.wrapped(look.text("import.locked", part));
        var head = new HBox(10, Glyph.line(Icon.LOCK, 16, "warn"), words);
        head.setAlignment(Pos.CENTER_LEFT);
        var field = new PasswordField();
        field.setId("part-passphrase");
        field.setAccessibleText(look.text("import.passphrase"));
        Button open =
                Parts.button(
                        look.text("button.unlock"),
                        () -> unlock.accept(Secret.ofUtf8(field.getText())),
                        "low");
        open.setId("part-unlock");
        field.setOnAction(event -> open.fire());
        HBox frame = Fields.framed(field);
        HBox.setHgrow(frame, Priority.ALWAYS);
        var line = new HBox(10, frame, open);
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, line);
    }
}
