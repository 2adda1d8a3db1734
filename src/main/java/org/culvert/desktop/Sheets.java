package org.culvert.desktop;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import org.culvert.desktop.look.Parts;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Sheets over the window, one at a time: a second one waits until the first is closed. The window
 * below is veiled and takes no key.
 */
final class Sheets extends StackPane {
    private Optional<Node> below = Optional.empty();
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private Optional<Waiting> shown = Optional.empty();
    private Optional<Node> focusBefore = Optional.empty();

    private record Waiting(Region sheet, Node focused, Runnable dismissed) {}

    Sheets() {
        getStyleClass().add("veil");
        setAlignment(Pos.CENTER);
        Parts.show(this, false);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    /**
     * Shows {@code sheet} with {@code focused} ready for keys; Escape closes it and runs {@code
     * dismissed}.
     */
    void open(Region sheet, Node focused, Runnable dismissed) {
        waiting.addLast(new Waiting(sheet, focused, dismissed));
        if (shown.isEmpty()) {
            next();
        }
    }

    /** Says what is veiled, and takes no key, while a sheet is shown. */
    void over(Node contents) {
        below = Optional.of(contents);
    }

    /** Whether a sheet is shown. */
    boolean isOpen() {
        return shown.isPresent();
    }

    /** Closes {@code sheet}, shown or waiting; nothing else happens. */
    void close(Region sheet) {
        waiting.removeIf(other -> other.sheet().equals(sheet));
        if (shown.filter(now -> now.sheet().equals(sheet)).isPresent()) {
            next();
        }
    }

    private void next() {
        if (shown.isEmpty()) {
            focusBefore = Optional.ofNullable(getScene()).map(scene -> scene.getFocusOwner());
        }
        shown = Optional.ofNullable(waiting.pollFirst());
        getChildren().clear();
        Parts.show(this, shown.isPresent());
        below.ifPresent(contents -> contents.setDisable(shown.isPresent()));
        shown.ifPresentOrElse(this::present, () -> focusBefore.ifPresent(Node::requestFocus));
    }

    private void present(Waiting now) {
        now.sheet().setMaxHeight(USE_PREF_SIZE);
        getChildren().setAll(now.sheet());
        now.focused().requestFocus();
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && shown.isPresent()) {
            Waiting now = shown.get();
            event.consume();
            close(now.sheet());
            now.dismissed().run();
        }
    }
}
