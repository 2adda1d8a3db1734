package org.culvert.desktop;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;

/** Opens menus so that they stay within the window. */
final class Menus {
    private static final double GAP = 4;

    private Menus() {}

    /** Opens {@code menu} below {@code anchor}, their right edges in one line. */
    static void below(ContextMenu menu, Node anchor) {
        Bounds at = anchor.localToScreen(anchor.getBoundsInLocal());
        double left = left(anchor);
        menu.widthProperty()
                .subscribe(wide -> alignRight(menu, left, at.getMaxX() - wide.doubleValue()));
        menu.show(anchor, left, at.getMaxY() + GAP);
    }

    /** Opens {@code menu} above {@code anchor}, their right edges in one line. */
    static void above(ContextMenu menu, Node anchor) {
        Bounds at = anchor.localToScreen(anchor.getBoundsInLocal());
        double left = left(anchor);
        menu.setAutoFix(false);
        menu.widthProperty()
                .subscribe(wide -> alignRight(menu, left, at.getMaxX() - wide.doubleValue()));
        menu.heightProperty()
                .subscribe(high -> menu.setAnchorY(at.getMinY() - GAP - high.doubleValue()));
        menu.show(anchor, left, at.getMinY() - GAP);
    }

    private static double left(Node anchor) {
        return anchor.getScene().getWindow().getX() + GAP;
    }

    /** The size of a menu is known only while it is shown, and not at once. */
    private static void alignRight(ContextMenu menu, double leftmost, double wanted) {
        menu.setAnchorX(Math.max(leftmost, wanted));
    }
}
