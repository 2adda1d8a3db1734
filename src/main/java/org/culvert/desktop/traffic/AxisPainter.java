package org.culvert.desktop.traffic;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.FontSmoothingType;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

import org.culvert.desktop.look.Look;
import org.culvert.desktop.look.Numbers;

import java.util.Locale;

/** Draws what stands around the lines: grid, labels, times, marks. */
final class AxisPainter {
    private static final double SIZE = 12;
    private static final double DASH = 4;
    private static final double BETWEEN = 3;

    private final GraphicsContext gc;
    private final Plot plot;
    private final Picture picture;
    private final Ink ink;
    private final Look look;

    AxisPainter(GraphicsContext gc, Plot plot, Picture picture, Ink ink, Look look) {
        this.gc = gc;
        this.plot = plot;
        this.picture = picture;
        this.ink = ink;
        this.look = look;
        gc.setFont(Font.font("Culvert UI", SIZE));
        gc.setFontSmoothingType(FontSmoothingType.GRAY);
        gc.setTextBaseline(VPos.CENTER);
    }

    /** What lies behind the lines. */
    void paintGrid() {
        gc.setLineWidth(1);
        gc.setStroke(ink.grid());
        for (int step = 1; step <= 3; step++) {
            row(y(step));
        }
        row(yUpStep());
        if (plot.parts().strip()) {
            row(plot.stripBottom());
        }
        gc.setStroke(ink.zero());
        row(plot.zero());
    }

    private void row(double y) {
        gc.strokeLine(0, y, plot.right(), y);
    }

    /** A line of the grid above zero, on the middle of a pixel. */
    private double y(int step) {
        return Math.floor(plot.yDown(picture, step * picture.downStep() / 8)) + 0.5;
    }

    private double yUpStep() {
        return Math.floor(plot.yUp(picture, picture.upStep() / 8)) + 0.5;
    }

    /** Values at the right, times below. */
    void paintLabels(boolean clockTimes) {
        gc.setFill(ink.label());
        if (plot.parts().labels()) {
            gc.setTextAlign(TextAlignment.LEFT);
            Numbers.Scale unit = picture.unit();
            for (int step = 1; step <= 3; step++) {
                value(number(step * picture.downStep(), unit), y(step));
            }
            value("0", plot.zero());
            value(number(picture.upStep(), unit), yUpStep());
            if (plot.parts().strip()) {
                value(look.text("unit.millis", Math.round(picture.tripTop())), plot.stripTop() + 8);
            }
        }
        if (plot.parts().times()) {
            times(clockTimes);
        }
    }

    private void value(String text, double y) {
        gc.fillText(text, plot.right() + 8, y);
    }

    /** A value in the unit of the title, or with a letter of its own where it is far smaller. */
    private static String number(double bits, Numbers.Scale unit) {
        double value = bits / unit.size();
        if (value < 0.01) {
            Numbers.Scale own = Numbers.scale(bits);
            return Math.round(bits / own.size()) + " " + own.unit().charAt(0);
        }
        return value == Math.rint(value)
                ? Long.toString(Math.round(value))
                : "%.2f".formatted(value).replaceAll("0$", "");
    }

    private void times(boolean clockTimes) {
        int parts = clockTimes || !plot.parts().labels() ? 4 : window().parts();
        for (int part = 0; part <= parts; part++) {
            if (plot.parts().labels() || part == 0 || part == parts) {
                time(part, parts, clockTimes);
            }
        }
    }

    private void time(int part, int parts, boolean clockTimes) {
        Columns columns = picture.columns();
        long span = columns.to() - columns.from();
        long before = span - span * part / parts;
        gc.setTextAlign(
                part == 0
                        ? TextAlignment.LEFT
                        : part == parts ? TextAlignment.RIGHT : TextAlignment.CENTER);
        String text =
                clockTimes
                        ? look.clock(columns.to() - before, span < parts * 60_000L)
                        : ago(before, part == 0);
        gc.fillText(text, plot.right() * part / parts, plot.times());
    }

    private String ago(long millis, boolean first) {
        if (millis == 0) {
            return look.text("graph.now");
        }
        String span =
                millis < 60_000
                        ? look.text("span.seconds", millis / 1000)
                        : millis < 3_600_000
                                ? look.text("span.minutes", millis / 60_000)
                                : look.text("span.hour", millis / 3_600_000);
        return first ? look.text("graph.ago", span) : span;
    }

    private Window window() {
        long span = picture.columns().to() - picture.columns().from();
        return span <= Window.MINUTE.millis()
                ? Window.MINUTE
                : span <= Window.FIVE_MINUTES.millis() ? Window.FIVE_MINUTES : Window.HOUR;
    }

    /** What happened: a dashed line, and a chip where one fits. */
    void paintMarks() {
        double free = Double.NEGATIVE_INFINITY;
        for (Mark mark : picture.marks()) {
            double x = Math.floor(plot.x(picture.columns(), mark.millis()));
            dashes(x);
            if (plot.parts().labels() && x >= free) {
                free = chip(mark, x + 0.5);
            }
        }
    }

    /** A column of whole pixels needs no path. */
    private void dashes(double x) {
        gc.setFill(ink.text());
        for (double y = Math.floor(plot.top()); y < plot.bottom(); y += DASH + BETWEEN) {
            gc.fillRect(x, y, 1, Math.min(DASH, plot.bottom() - y));
        }
    }

    /** Draws a chip and returns where the next one may begin. */
    private double chip(Mark mark, double x) {
        String text = look.text("mark." + mark.kind().name().toLowerCase(Locale.ROOT));
        var measured = new Text(text);
        measured.setFont(gc.getFont());
        double width = Math.ceil(measured.getLayoutBounds().getWidth()) + 11;
        double left = x + 6.5 + width > plot.right() ? x - 6.5 - width : x + 6.5;
        double top = plot.top() + 6;
        gc.setFill(ink.card());
        gc.fillRoundRect(left, top, width, 17, 8, 8);
        gc.setStroke(ink.grid());
        gc.setLineWidth(1);
        gc.strokeRoundRect(left, top, width, 17, 8, 8);
        gc.setFill(ink.text());
        gc.setTextAlign(TextAlignment.LEFT);
        gc.fillText(text, left + 5.5, top + 8.5);
        return left + width + 4;
    }
}
