package org.culvert.desktop;

import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.stage.Stage;

import org.culvert.desktop.look.Theme;
import org.culvert.desktop.traffic.History;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The whole window in the process of a test, with a home of its own. */
public final class DeskProbe implements AutoCloseable {
    private final Stage stage;
    private final Desk desk;

    private DeskProbe(Stage stage, Desk desk) {
        this.stage = stage;
        this.desk = desk;
    }

    /** The window of {@code home} on the helper at {@code socket}. */
    public static DeskProbe open(Path socket, Path home) {
        var arguments = new Arguments(socket, Arguments.Shape.WHOLE, List.of(), List.of());
        var settings = Settings.USUAL.themed(Theme.Choice.LIGHT);
        var places = new Places(Map.of("HOME", home.toString()));
        return Fx.on(() -> {
            var stage = new Stage();
            var start = new App.Start(arguments, settings, places, Optional.empty());
            var desk = new Desk(stage, start, page -> {});
            desk.open();
            return new DeskProbe(stage, desk);
        });
    }

    /** The window. */
    public Stage stage() {
        return stage;
    }

    /** Hands a file over as another start of the program does. */
    public void hand(Path file) {
        Fx.run(() -> desk.ring(List.of(file.toString())));
    }

    /** The line below the title; empty while no profile is shown. */
    public String stateLine() {
        return Fx.on(() ->
                stage.getScene().lookup("#state-line") instanceof Label line ? line.getText() : "");
    }

    /** Whether something that {@code selector} finds is to be seen. */
    public boolean sees(String selector) {
        return Fx.on(() -> stage.getScene().lookup(selector) != null);
    }

    /** The words of all labels and buttons of the part that {@code selector} finds, in order. */
    public List<String> words(String selector) {
        return Fx.on(() ->
                stage.getScene().lookup(selector) instanceof Parent part
                        ? Fx.words(part)
                        : List.of());
    }

    /** Octets in and out that the graph of {@code profile} has drawn. */
    public List<Long> drawn(String profile) {
        return Fx.on(() ->
                desk.models()
                        .connections()
                        .track(profile)
                        .map(track -> totals(track.history()))
                        .orElse(List.of(0L, 0L)));
    }

    private static List<Long> totals(History history) {
        return List.of(history.totalDown(), history.totalUp());
    }

    @Override
    public void close() {
        Fx.run(() -> {
            stage.hide();
            desk.close();
        });
    }
}
