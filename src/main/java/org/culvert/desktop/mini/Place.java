package org.culvert.desktop.mini;

import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/** Where the mini window opens. Pure. */
final class Place {
    private static final double GAP = 8;

    private Place() {}

    /**
     * The corner of a window of that size: by the click where one is known, else in the corner of
     * the screen that the panel is at. {@code screen} is all of it, {@code free} what panels leave.
     */
    static Point2D of(
            double clickX,
            double clickY,
            double width,
            double height,
            Rectangle2D screen,
            Rectangle2D free) {
        boolean known = clickX != 0 || clickY != 0;
        double x = known ? clickX - width / 2 : free.getMaxX();
        double y = known ? besides(clickY, height, screen) : cornerY(screen, free);
        return new Point2D(
                within(x, free.getMinX() + GAP, free.getMaxX() - GAP - width),
                within(y, free.getMinY() + GAP, free.getMaxY() - GAP - height));
    }

    /** Below a click in the upper half, above one in the lower half. */
    private static double besides(double clickY, double height, Rectangle2D screen) {
        boolean upper = clickY < screen.getMinY() + screen.getHeight() / 2;
        return upper ? clickY + GAP : clickY - GAP - height;
    }

    private static double cornerY(Rectangle2D screen, Rectangle2D free) {
        boolean panelBelow = free.getMaxY() < screen.getMaxY();
        return panelBelow ? free.getMaxY() : free.getMinY();
    }

    private static double within(double value, double least, double most) {
        return Math.max(least, Math.min(value, most));
    }
}
