package org.culvert.desktop.traffic;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

import org.culvert.desktop.look.Look;

/** Draws a whole picture in its order: grid, lines, labels, marks. */
final class GraphPaint {
    private GraphPaint() {}

    static void paint(
            GraphicsContext gc,
            Plot plot,
            Picture picture,
            Ink ink,
            Look look,
            boolean clockTimes) {
        gc.clearRect(0, 0, plot.width(), plot.height());
        var axes = new AxisPainter(gc, plot, picture, ink, look);
        axes.paintGrid();
        new LinePainter(gc, plot, picture, ink).paint();
        axes.paintLabels(clockTimes);
        axes.paintMarks();
    }

    /** A sentence in the middle of an empty graph. */
    static void note(GraphicsContext gc, Plot plot, String text) {
        gc.setTextAlign(TextAlignment.CENTER);
        gc.setTextBaseline(VPos.CENTER);
        gc.fillText(text, plot.right() / 2, (plot.top() + plot.zero()) / 2);
    }
}
