package org.culvert.desktop.traffic;

import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;
import javafx.scene.text.TextAlignment;

import org.culvert.desktop.look.Look;
import org.culvert.desktop.look.Seen;

import java.util.List;
import java.util.Optional;

/**
 * A picture in three layers, each drawn only where it has changed: the axes, what flows, and what
 * is said of it.
 */
final class GraphLayers extends Pane {
    private final Look look;
    private final Canvas axes = new Canvas();
    private final Flow flow = new Flow();
    private final Canvas remarks = new Canvas();
    private Optional<Standing> drawnAxes = Optional.empty();
    private Optional<Said> drawnRemarks = Optional.empty();

    GraphLayers(Look look) {
        this.look = look;
        getChildren().addAll(axes, flow, remarks);
        getChildren().forEach(layer -> layer.setManaged(false));
    }

    /** All that the axes are drawn from; times of day only where they are shown. */
    private record Standing(
            Plot plot,
            Ink ink,
            double downStep,
            double upStep,
            double tripTop,
            long from,
            long to) {
        static Standing of(Plot plot, Picture picture, Ink ink, boolean clockTimes) {
            Columns columns = picture.columns();
            long from = clockTimes ? columns.from() : columns.from() - columns.to();
            return new Standing(
                    plot,
                    ink,
                    picture.downStep(),
                    picture.upStep(),
                    picture.tripTop(),
                    from,
                    clockTimes ? columns.to() : 0);
        }
    }

    /** All that the remarks are drawn from. */
    private record Said(Plot plot, Ink ink, List<Mark> marks, List<Double> places, String note) {
        static Said of(Plot plot, Picture picture, Ink ink, String note) {
            List<Double> places =
                    picture.marks().stream()
                            .map(mark -> Math.floor(plot.x(picture.columns(), mark.millis())))
                            .toList();
            return new Said(plot, ink, picture.marks(), places, note);
        }

        boolean nothing() {
            return marks.isEmpty() && note.isEmpty();
        }
    }

    /** Shows {@code picture}; a {@code note} stands in the middle, empty for none. */
    void show(Plot plot, Picture picture, Ink ink, boolean clockTimes, String note) {
        var standing = Optional.of(Standing.of(plot, picture, ink, clockTimes));
        if (!standing.equals(drawnAxes)) {
            drawnAxes = standing;
            var painter = new AxisPainter(clear(axes, plot), plot, picture, ink, look);
            painter.paintGrid();
            painter.paintLabels(clockTimes);
        }
        flow.show(plot, picture, ink, Seen.scale(this));
        var said = Said.of(plot, picture, ink, note);
        if (!Optional.of(said).equals(drawnRemarks)) {
            drawnRemarks = Optional.of(said);
            remarks.setVisible(!said.nothing());
            GraphicsContext gc = clear(remarks, plot);
            new AxisPainter(gc, plot, picture, ink, look).paintMarks();
            write(gc, plot, ink, note);
        }
    }

    private static GraphicsContext clear(Canvas canvas, Plot plot) {
        canvas.setWidth(plot.width());
        canvas.setHeight(plot.height());
        GraphicsContext gc = canvas.getGraphicsContext2D();
        gc.clearRect(0, 0, plot.width(), plot.height());
        return gc;
    }

    private static void write(GraphicsContext gc, Plot plot, Ink ink, String note) {
        gc.setFill(ink.text());
        gc.setTextAlign(TextAlignment.CENTER);
        gc.setTextBaseline(VPos.CENTER);
        gc.fillText(note, plot.right() / 2, (plot.top() + plot.zero()) / 2);
    }
}
