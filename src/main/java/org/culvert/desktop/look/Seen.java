package org.culvert.desktop.look;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;

/** Whether a node is in a window that shows and is not minimised; motion runs only then. */
public final class Seen {
    private Seen() {}

    /** Whether {@code node} stands in a showing window. */
    public static boolean now(Node node) {
        Scene scene = node.getScene();
        Window window = scene == null ? null : scene.getWindow();
        boolean minimised = window instanceof Stage stage && stage.isIconified();
        return window != null && window.isShowing() && !minimised;
    }

    /** How many pixels the screen has for one of {@code node}'s. */
    public static double scale(Node node) {
        Scene scene = node.getScene();
        Window window = scene == null ? null : scene.getWindow();
        return window == null ? 1 : window.getOutputScaleX();
    }

    /** Runs {@code begin} each time {@code node} comes to be seen, {@code end} when it goes. */
    public static void follow(Node node, Runnable begin, Runnable end) {
        node.sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Seen::seen)
                .orElse(false)
                .subscribe(seen -> (seen ? begin : end).run());
    }

    private static ObservableValue<Boolean> seen(Window window) {
        return window instanceof Stage stage
                ? stage.showingProperty()
                        .flatMap(showing -> stage.iconifiedProperty().map(away -> showing && !away))
                : window.showingProperty();
    }
}
