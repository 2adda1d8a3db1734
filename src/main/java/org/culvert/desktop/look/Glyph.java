package org.culvert.desktop.look;

import javafx.scene.layout.Pane;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;

/** One picture on a grid of 24, at a fixed size; its colour is the style class of a role. */
public final class Glyph extends Pane {
    private static final double GRID = 24;

    private Glyph(double size, String path, String kind) {
        getStyleClass().add("glyph");
        setMinSize(size, size);
        setMaxSize(size, size);
        setPrefSize(size, size);
        setMouseTransparent(true);
        getChildren().add(shape(size, path, kind));
    }

    /** A line icon, {@code size} pixels wide, coloured by {@code role}, for instance "muted". */
    public static Glyph line(Icon icon, double size, String role) {
        var glyph = new Glyph(size, icon.path(), "line");
        glyph.getStyleClass().add(role);
        return glyph;
    }

    /** One part of a state's shape. */
    static SVGPath shape(double size, String path, String kind) {
        var shape = new SVGPath();
        shape.setContent(path);
        shape.getStyleClass().add(kind);
        shape.getTransforms().add(new Scale(size / GRID, size / GRID));
        return shape;
    }
}
