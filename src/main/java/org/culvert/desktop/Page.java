package org.culvert.desktop;

import javafx.beans.property.IntegerProperty;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.culvert.desktop.look.Parts;

/** A header, a bar of tabs, and what the chosen tab shows. */
final class Page extends VBox {
    private final IntegerProperty chosen;
    private final HBox bar = new HBox();
    private final StackPane body = new StackPane();

    /** A page whose tabs follow {@code chosen}, from 0. */
    Page(Node header, IntegerProperty chosen) {
        this.chosen = chosen;
        getStyleClass().add("page");
        bar.getStyleClass().add("tabs");
        VBox.setVgrow(body, Priority.ALWAYS);
        VBox.setMargin(bar, new Insets(12, 0, 14, 0));
        getChildren().addAll(header, bar, body);
    }

    /** Adds a tab called {@code title}. */
    void add(String id, String title, Node content) {
        int index = bar.getChildren().size();
        var tab = new ToggleButton(title);
        tab.setId("tab-" + id);
        tab.setMinWidth(USE_PREF_SIZE);
        tab.setOnAction(event -> {
            chosen.set(index);
            tab.setSelected(true);
        });
        bar.getChildren().add(tab);
        body.getChildren().add(content);
        chosen.subscribe(now -> {
            tab.setSelected(now.intValue() == index);
            Parts.show(content, now.intValue() == index);
        });
    }
}
