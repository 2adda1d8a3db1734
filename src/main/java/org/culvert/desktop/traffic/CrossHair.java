package org.culvert.desktop.traffic;

import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;

import org.culvert.desktop.look.Look;
import org.culvert.desktop.look.Numbers;

/**
 * The line under the pointer, its dots, and a card with the values at that instant. Nodes, not
 * paint: a shadow inside a software-drawn canvas erases its surroundings.
 */
final class CrossHair extends Pane {
    private static final double RADIUS = 4.5;
    private static final double APART = 11;

    private final Look look;
    private final Line hair = new Line();
    private final Circle down = dot("down");
    private final Circle up = dot("up");
    private final Label time = label("muted");
    private final Label downText = label("down");
    private final Label upText = label("up");
    private final Label tripText = label("trip");
    private final VBox card = new VBox(1, time, downText, upText, tripText);

    CrossHair(Look look) {
        this.look = look;
        hair.getStyleClass().add("hair");
        card.getStyleClass().add("tip");
        getChildren().addAll(new Group(hair), down, up, card);
        setMouseTransparent(true);
        setVisible(false);
    }

    private static Circle dot(String role) {
        var dot = new Circle(RADIUS);
        dot.getStyleClass().addAll("dot", role);
        return dot;
    }

    private static Label label(String role) {
        var label = new Label();
        label.getStyleClass().addAll("small", role);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    /** Shows {@code slice} of {@code picture}. */
    void show(Plot plot, Picture picture, Slice slice) {
        double x = Math.floor(plot.x(picture.columns(), slice.end())) + 0.5;
        hair.setStartX(x);
        hair.setEndX(x);
        hair.setStartY(plot.top());
        hair.setEndY(plot.bottom());
        down.setCenterX(x);
        down.setCenterY(plot.yDown(picture, slice.meanDown()));
        up.setCenterX(x);
        up.setCenterY(plot.yUp(picture, slice.meanUp()));
        time.setText(look.timeOfDay(slice.end()));
        downText.setText("↓ " + Numbers.rate(slice.meanDown()));
        upText.setText("↑ " + Numbers.rate(slice.meanUp()));
        boolean measured = slice.trip() >= 0;
        tripText.setText(measured ? "↔ " + look.text("unit.millis", slice.trip()) : "");
        tripText.setVisible(measured);
        tripText.setManaged(measured);
        place(plot, x);
        setVisible(true);
    }

    /** On the side with more room. */
    private void place(Plot plot, double x) {
        card.autosize();
        boolean left = x > plot.right() / 2;
        card.relocate(left ? x - APART - card.getWidth() : x + APART, plot.top() + 8);
    }

    void hide() {
        setVisible(false);
    }
}
