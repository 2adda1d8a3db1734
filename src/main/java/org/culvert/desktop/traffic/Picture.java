package org.culvert.desktop.traffic;

import org.culvert.desktop.look.Numbers;

import java.util.List;
import java.util.Locale;

/**
 * One picture of the graph, complete and without a pixel: columns, tops of the axes, marks.
 *
 * @param columns what is drawn
 * @param downStep a third of the upper axis, bits a second
 * @param upStep the labelled line of the lower axis, bits a second
 * @param upTop the end of the lower axis, bits a second
 * @param tripTop the top of the strip of round trips, milliseconds
 * @param marks what happened
 */
record Picture(
        Columns columns,
        double downStep,
        double upStep,
        double upTop,
        double tripTop,
        List<Mark> marks) {
    /** Part of the height above the zero line. */
    static final double ABOVE = 0.68;

    /** Copies its list. */
    Picture {
        marks = List.copyOf(marks);
    }

    /** The top of the upper axis, bits a second. */
    double downTop() {
        return 3 * downStep;
    }

    /** The unit both axes are labelled in. */
    Numbers.Scale unit() {
        return Numbers.scale(Math.max(downTop(), upStep));
    }

    /** The ends of both axes in one unit where they share it, else each in its own. */
    String tops() {
        Numbers.Scale down = Numbers.scale(downTop());
        Numbers.Scale up = Numbers.scale(upTop);
        String first = brief(downTop() / down.size());
        String second = brief(upTop / up.size()) + " " + up.unit();
        return down.equals(up)
                ? first + " / " + second
                : first + " " + down.unit() + " / " + second;
    }

    private static String brief(double value) {
        return value == Math.rint(value)
                ? Long.toString(Math.round(value))
                : String.format(Locale.ROOT, "%.1f", value);
    }

    /** Whether there is anything to see. */
    boolean isEmpty() {
        return columns.runs().isEmpty();
    }
}
