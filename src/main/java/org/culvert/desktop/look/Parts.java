package org.culvert.desktop.look;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Small parts that every view is made of. */
public final class Parts {
    private Parts() {}

    /** A label that is never cut. */
    public static Label label(String text, String... classes) {
        var label = new Label(text);
        label.getStyleClass().addAll(classes);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /** A label for names and texts of others: ends in an ellipsis, and then tells all in a tip. */
    public static Label elastic(String text, String... classes) {
        var label = new Label(text);
        label.getStyleClass().addAll(classes);
        label.setMinWidth(0);
        label.setTextOverrun(OverrunStyle.ELLIPSIS);
        var tip = new Tooltip();
        tip.textProperty().bind(label.textProperty());
        label.widthProperty()
                .subscribe(width ->
                        label.setTooltip(
                                width.doubleValue() + 0.5 < label.prefWidth(-1) ? tip : null));
        return label;
    }

    /** A text of several lines. */
    public static Label wrapped(String text, String... classes) {
        var label = new Label(text);
        label.getStyleClass().addAll(classes);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** A button with words; it keeps its width. */
    public static Button button(String text, Runnable action, String... classes) {
        var button = new Button(text);
        button.getStyleClass().addAll(classes);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    /** A button with a picture; {@code name} is what it does, for the tip and for readers. */
    public static Button icon(Icon icon, String name, Runnable action, String... classes) {
        var button = new Button();
        button.setGraphic(Glyph.line(icon, 18, "muted"));
        button.getStyleClass().add("icon");
        button.getStyleClass().addAll(classes);
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(name));
        button.setOnAction(event -> action.run());
        return button;
    }

    /** Takes all the room there is. */
    public static Region spring() {
        var spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        return spring;
    }

    /** Marks {@code node}, or not; a node that stays as it is is not styled again. */
    public static void mark(Node node, String styleClass, boolean marked) {
        if (node.getStyleClass().contains(styleClass) != marked) {
            if (marked) {
                node.getStyleClass().add(styleClass);
            } else {
                node.getStyleClass().remove(styleClass);
            }
        }
    }

    /** Shows or removes {@code node} together with its room. */
    public static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
