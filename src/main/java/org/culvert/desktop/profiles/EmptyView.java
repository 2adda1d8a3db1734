package org.culvert.desktop.profiles;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.culvert.desktop.connection.ServiceLine;
import org.culvert.desktop.link.Service;
import org.culvert.desktop.look.Glyph;
import org.culvert.desktop.look.Icon;
import org.culvert.desktop.look.Look;
import org.culvert.desktop.look.Parts;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The window without profiles: a place to drop a file on, and nothing else. */
public final class EmptyView extends StackPane {
    private static final double WIDTH = 520;

    private final ServiceLine service;
    private final HBox remark = new HBox(8);
    private final Label words = Parts.wrapped("", "small", "muted");

    /** An area that gives dropped files to {@code dropped}; {@code choose} opens the chooser. */
    public EmptyView(Look look, Runnable choose, Consumer<List<Path>> dropped) {
        service = new ServiceLine(look);
        service.setMinWidth(USE_PREF_SIZE);
        getStyleClass().add("page");
        var title = Parts.wrapped(look.text("empty.title"), "title");
        var text = Parts.wrapped(look.text("empty.text"), "muted");
        Button button = Parts.button(look.text("button.chooseFile"), choose, "primary");
        button.setId("choose-file");
        var zone = new VBox(Glyph.line(Icon.FILE, 48, "busy"), title, text, button);
        zone.setId("drop");
        zone.getStyleClass().add("drop");
        zone.setMaxWidth(WIDTH);
        FileDrop.on(zone, dropped);
        remark.setAlignment(Pos.CENTER_LEFT);
        remark.getChildren().addAll(Glyph.line(Icon.WARNING, 16, "warn"), words);
        Parts.show(remark, false);
        var foot = new HBox(24, service, remark);
        foot.setAlignment(Pos.CENTER);
        var column = new VBox(24, zone, foot);
        column.setAlignment(Pos.CENTER);
        column.setMaxHeight(USE_PREF_SIZE);
        getChildren().add(column);
    }

    /** Shows how the background service stands. */
    public void show(Service now) {
        service.show(now);
    }

    /** Something to know about this desktop, or nothing. */
    public void remark(Optional<String> text) {
        words.setText(text.orElse(""));
        Parts.show(remark, text.isPresent());
    }
}
