package org.culvert.desktop.look;

import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A field with a lens; its key stands in it until something is typed. */
public final class SearchField extends HBox {
    private final TextField text = new TextField();

    /** A field that asks {@code prompt} and fills {@code query}. */
    public SearchField(Look look, String prompt, StringProperty query) {
        getStyleClass().add("field");
        text.setId("search");
        text.setPromptText(prompt);
        text.setAccessibleText(prompt);
        text.textProperty().bindBidirectional(query);
        HBox.setHgrow(text, Priority.ALWAYS);
        Label key = Parts.label(look.text("search.key"), "small", "muted");
        Button clear = Parts.icon(Icon.CROSS, look.text("search.clear"), text::clear, "tiny");
        clear.setGraphic(Glyph.line(Icon.CROSS, 14, "muted"));
        query.subscribe(typed -> {
            Parts.show(key, typed.isEmpty());
            Parts.show(clear, !typed.isEmpty());
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        getChildren().addAll(Glyph.line(Icon.SEARCH, 16, "muted"), text, key, clear);
    }

    /** Escape takes away what was typed; an empty field leaves the key to others. */
    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && !text.getText().isEmpty()) {
            text.clear();
            event.consume();
        }
    }

    /** Where the letters go. */
    public TextField text() {
        return text;
    }

    /** Puts the cursor behind what was typed; {@code more} is typed as well. */
    public void begin(String more) {
        text.requestFocus();
        text.appendText(more);
        text.end();
    }
}
