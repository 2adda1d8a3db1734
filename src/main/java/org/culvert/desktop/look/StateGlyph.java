package org.culvert.desktop.look;

import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.RotateTransition;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;
import javafx.util.Duration;

import org.culvert.ipc.State;
import org.jspecify.annotations.Nullable;

/**
 * A state's shape in a node of fixed size. The arc turns once in 1.2 s, and only while it is seen.
 */
public final class StateGlyph extends StackPane {
    private static final Duration TURN = Duration.millis(1200);

    private final double size;
    private @Nullable RotateTransition turning;

    /** An empty glyph of {@code size} pixels. */
    public StateGlyph(double size) {
        this.size = size;
        getStyleClass().addAll("glyph", "state-glyph");
        setMinSize(size, size);
        setMaxSize(size, size);
        setMouseTransparent(true);
        Seen.follow(this, () -> turn(true), () -> turn(false));
    }

    /** Shows {@code state}; {@code still}: nothing moves (reduced motion). */
    public void show(State state, boolean still) {
        turn(false);
        turning = null;
        getStyleClass().removeAll("muted", "busy", "ok", "warn", "bad");
        getStyleClass().add(StateShape.role(state));
        StateShape shape = StateShape.of(state);
        Pane standing = layer(shape.still());
        Pane moving = layer(shape.turning());
        getChildren().setAll(standing, moving);
        if (!shape.turning().isEmpty() && !still) {
            turning = new RotateTransition(TURN, moving);
            turning.setByAngle(360);
            turning.setInterpolator(Interpolator.LINEAR);
            turning.setCycleCount(Animation.INDEFINITE);
            turn(Seen.now(this));
        }
    }

    private Pane layer(String path) {
        var pane = new Pane();
        pane.setMaxSize(size, size);
        SVGPath shape = Glyph.shape(size, path, "solid");
        pane.getChildren().add(shape);
        return pane;
    }

    private void turn(boolean seen) {
        if (turning != null) {
            if (seen) {
                turning.play();
            } else {
                turning.stop();
            }
        }
    }
}
