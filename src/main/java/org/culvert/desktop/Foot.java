package org.culvert.desktop;

import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.culvert.desktop.connection.ServiceLine;
import org.culvert.desktop.link.Service;
import org.culvert.desktop.look.Icon;
import org.culvert.desktop.look.Look;
import org.culvert.desktop.look.Parts;

import java.util.function.Consumer;

/** The last line of the sidebar: how the service stands, and the menu. */
final class Foot extends HBox {
    private final ServiceLine service;

    Foot(Look look, Consumer<Button> menu) {
        getStyleClass().add("foot");
        service = new ServiceLine(look);
        HBox.setHgrow(service, Priority.ALWAYS);
        Button button = Parts.icon(Icon.MENU, look.text("sidebar.menu"), () -> {});
        button.setId("menu");
        button.setOnAction(event -> menu.accept(button));
        getChildren().addAll(service, button);
    }

    void show(Service now) {
        service.show(now);
    }
}
