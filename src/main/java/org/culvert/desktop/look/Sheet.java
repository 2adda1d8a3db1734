package org.culvert.desktop.look;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A question inside the window: paper on a veil that holds mouse and focus until it is closed.
 * Enter presses the default button, Escape cancels.
 */
public final class Sheet extends StackPane {
    private static final double MARGIN = 24;

    private final VBox paper = new VBox();
    private final FlowPane buttons = new FlowPane(10, 8);
    private Runnable cancel = () -> {};
    private Optional<Button> standard = Optional.empty();
    private Optional<Node> focusBefore = Optional.empty();

    /** A closed sheet of that width with a title. */
    public Sheet(String title, double width) {
        getStyleClass().add("veil");
        paper.getStyleClass().add("paper");
        paper.setMaxSize(width, Region.USE_PREF_SIZE);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        StackPane.setMargin(paper, new Insets(MARGIN));
        title(title);
        getChildren().add(paper);
        addEventFilter(KeyEvent.KEY_PRESSED, this::tab);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        setOnMousePressed(event -> event.consume());
    }

    /** Gives it another title. */
    public void title(String title) {
        setAccessibleText(title);
        var label = Parts.wrapped(title, "sheet-title");
        if (paper.getChildren().isEmpty()) {
            paper.getChildren().addAll(label, buttons);
        } else {
            paper.getChildren().set(0, label);
        }
    }

    /** What stands between title and buttons. */
    public void content(Node... nodes) {
        Node title = paper.getChildren().getFirst();
        paper.getChildren().setAll(title);
        paper.getChildren().addAll(nodes);
        paper.getChildren().add(buttons);
    }

    /** The buttons from left to right; the last one is filled and is what Enter presses. */
    public void buttons(Runnable cancelled, Button... choices) {
        cancel = cancelled;
        buttons.getChildren().setAll(choices);
        for (Button choice : choices) {
            choice.getStyleClass().remove("primary");
        }
        Button last = choices[choices.length - 1];
        last.getStyleClass().add("primary");
        standard = Optional.of(last);
    }

    /** The button that Enter presses. */
    public Optional<Button> standard() {
        return standard;
    }

    /** Lies down on {@code host} and takes the focus to {@code first}. */
    public void open(Pane host, Node first) {
        if (getParent() == null) {
            focusBefore = Optional.ofNullable(host.getScene()).map(s -> s.getFocusOwner());
            host.getChildren().add(this);
        }
        first.requestFocus();
    }

    /** Goes away and gives the focus back. */
    public void close() {
        if (getParent() instanceof Pane host) {
            host.getChildren().remove(this);
            focusBefore.ifPresent(Node::requestFocus);
        }
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            cancel.run();
        } else if (event.getCode() == KeyCode.ENTER) {
            Node focused = getScene().getFocusOwner();
            Optional<Button> pressed = focused instanceof Button own ? Optional.of(own) : standard;
            pressed.filter(button -> !button.isDisabled()).ifPresent(Button::fire);
        }
        event.consume();
    }

    /** Keeps the focus on the paper. */
    private void tab(KeyEvent event) {
        if (event.getCode() != KeyCode.TAB) {
            return;
        }
        List<Node> stops = new ArrayList<>();
        gather(paper, stops);
        if (!stops.isEmpty()) {
            int at = stops.indexOf(getScene().getFocusOwner());
            int step = event.isShiftDown() ? -1 : 1;
            show(stops, Math.floorMod(at < 0 && step < 0 ? -1 : at + step, stops.size()));
        }
        event.consume();
    }

    /** Moves the focus from its neighbour, as keys do, so that its ring is seen. */
    private void show(List<Node> stops, int to) {
        if (to > 0) {
            stops.get(to - 1).requestFocusTraversal(TraversalDirection.NEXT);
        } else if (stops.size() > 1) {
            stops.get(1).requestFocusTraversal(TraversalDirection.PREVIOUS);
        }
        if (!stops.get(to).isFocused()) {
            stops.get(to).requestFocus();
        }
    }

    private static void gather(Node node, List<Node> stops) {
        if (!node.isVisible() || !node.isManaged() || node.isDisabled()) {
            return;
        }
        if (node.isFocusTraversable()) {
            stops.add(node);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> gather(child, stops));
        }
    }
}
