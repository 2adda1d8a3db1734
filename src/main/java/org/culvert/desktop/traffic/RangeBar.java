package org.culvert.desktop.traffic;

import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import org.culvert.desktop.look.Look;

import java.util.Locale;

/** Chooses the stretch of time of a graph. */
public final class RangeBar extends HBox {
    /** The ranges of {@code model}. */
    public RangeBar(Look look, GraphModel model) {
        getStyleClass().add("segments");
        setMaxWidth(Region.USE_PREF_SIZE);
        var group = new ToggleGroup();
        for (Window window : Window.values()) {
            String name = window.name().toLowerCase(Locale.ROOT);
            var button = new ToggleButton(look.text("window." + name));
            button.setId("window-" + name);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setToggleGroup(group);
            button.setOnAction(event -> {
                model.window().set(window);
                button.setSelected(true);
            });
            model.window().subscribe(now -> button.setSelected(now == window));
            getChildren().add(button);
        }
    }
}
