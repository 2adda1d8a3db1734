package org.culvert.desktop.look;

import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.FillRule;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;

/** The program's own picture for title bars and task bars, as {@code icons/app} has it. */
public final class AppIcon {
    private static final List<Integer> SIZES = List.of(16, 24, 32, 48, 128);
    private static final double GRID = 24;

    private AppIcon() {}

    /** The picture in the sizes that desktops ask for. */
    public static List<Image> images() {
        Properties paths = paths();
        return SIZES.stream().map(size -> draw(paths, size)).toList();
    }

    private static Image draw(Properties paths, int size) {
        var canvas = new Canvas(size, size);
        GraphicsContext gc = canvas.getGraphicsContext2D();
        gc.scale(size / GRID, size / GRID);
        gc.setFillRule(FillRule.EVEN_ODD);
        fill(gc, paths.getProperty("shield"), Color.web("#2456D3"));
        fill(gc, paths.getProperty("conduit"), Color.WHITE);
        var see = new SnapshotParameters();
        see.setFill(Color.TRANSPARENT);
        return canvas.snapshot(see, null);
    }

    private static void fill(GraphicsContext gc, String path, Paint paint) {
        gc.beginPath();
        gc.appendSVGPath(path);
        gc.setFill(paint);
        gc.fill();
    }

    private static Properties paths() {
        try (InputStream octets = AppIcon.class.getResourceAsStream("app.properties")) {
            if (octets == null) {
                throw new IllegalStateException("app.properties is missing");
            }
            var paths = new Properties();
            paths.load(new InputStreamReader(octets, StandardCharsets.UTF_8));
            return paths;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
