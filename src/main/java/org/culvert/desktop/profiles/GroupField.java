package org.culvert.desktop.profiles;

import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

import org.culvert.desktop.look.Fields;
import org.culvert.desktop.look.Look;
import org.culvert.desktop.look.Parts;

import java.util.Optional;

/** What files that are akin shall be called together; empty: they stay apart. */
final class GroupField extends VBox {
    private final TextField name = new TextField();
    private Optional<String> suggested = Optional.empty();

    GroupField(Look look) {
        setId("group-field");
        name.setId("import-group");
        getChildren().add(Fields.named(look.text("import.group"), name, Fields.framed(name)));
        Parts.show(this, false);
    }

    /** Shows {@code suggestion}, unless something else was typed; hides where there is none. */
    void suggest(Optional<String> suggestion) {
        boolean typed = suggested.isPresent() && !name.getText().equals(suggested.get());
        if (!typed) {
            name.setText(suggestion.orElse(""));
        }
        suggested = suggestion;
        Parts.show(this, suggestion.isPresent());
    }

    /** The name of the group, or empty text. */
    String name() {
        return suggested.isPresent() ? name.getText().strip() : "";
    }
}
