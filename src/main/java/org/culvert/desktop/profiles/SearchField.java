package org.culvert.desktop.profiles;

import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.culvert.desktop.look.Glyph;
import org.culvert.desktop.look.Icon;
import org.culvert.desktop.look.Look;
import org.culvert.desktop.look.Parts;

/** A field with a lens; its key stands in it until something is typed. */
final class SearchField extends HBox {
    private final TextField text = new TextField();

    SearchField(Look look, StringProperty query) {
        getStyleClass().add("field");
        text.setId("search");
        text.setPromptText(look.text("search.prompt"));
        text.setAccessibleText(look.text("search.prompt"));
        text.textProperty().bindBidirectional(query);
        HBox.setHgrow(text, Priority.ALWAYS);
        Label key = Parts.label(look.text("search.key"), "small", "muted");
        Button clear = Parts.icon(Icon.CROSS, look.text("search.clear"), text::clear, "tiny");
        clear.setGraphic(Glyph.line(Icon.CROSS, 14, "muted"));
        query.subscribe(typed -> {
            Parts.show(key, typed.isEmpty());
            Parts.show(clear, !typed.isEmpty());
        });
        getChildren().addAll(Glyph.line(Icon.SEARCH, 16, "muted"), text, key, clear);
    }

    /** Where the letters go. */
    TextField text() {
        return text;
    }

    /** Puts the cursor behind what was typed; {@code more} is typed as well. */
    void begin(String more) {
        text.requestFocus();
        text.appendText(more);
        text.end();
    }
}
