package org.culvert.desktop.look;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Labelled fields. */
public final class Fields {
    private Fields() {}

    /** {@code text} in a frame, with {@code behind} at its right end. */
    public static HBox framed(TextField text, Node... behind) {
        var frame = new HBox(text);
        frame.getStyleClass().add("field");
        frame.getChildren().addAll(behind);
        HBox.setHgrow(text, Priority.ALWAYS);
        return frame;
    }

    /** A name above a field. */
    public static VBox named(String name, TextField text, Node field) {
        Label label = Parts.label(name, "small", "muted");
        label.setLabelFor(text);
        text.setAccessibleText(name);
        return new VBox(4, label, field);
    }
}
