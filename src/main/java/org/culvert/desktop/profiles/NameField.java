package org.culvert.desktop.profiles;

import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.culvert.desktop.look.Look;

/** A name that is being changed: Enter and leaving keep it, Escape does not. */
final class NameField extends TextField {
    private final ProfileListModel model;

    NameField(Look look, ProfileListModel model, String name) {
        super(name);
        this.model = model;
        setId("name-field");
        getStyleClass().add("name-field");
        setAccessibleText(look.text("menu.rename"));
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        focusedProperty()
                .subscribe((was, is) -> {
                    if (was && !is && getScene() != null) {
                        model.rename(getText());
                    }
                });
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            model.rename(getText());
        } else if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            model.keepName();
        }
    }

    /** Takes the focus with the whole name selected. */
    void begin() {
        requestFocus();
        selectAll();
    }
}
