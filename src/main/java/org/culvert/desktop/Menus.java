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
        show(menu, anchor, anchor.localToScreen(anchor.getBoundsInLocal()).getMaxY() + GAP, false);
    }

    /** Opens {@code menu} above {@code anchor}, their right edges in one line. */
    static void above(ContextMenu menu, Node anchor) {
        show(menu, anchor, anchor.localToScreen(anchor.getBoundsInLocal()).getMinY() - GAP, true);
    }

    /** The size of a menu is known only when it is shown. */
    private static void show(ContextMenu menu, Node anchor, double y, boolean ends) {
        Bounds at = anchor.localToScreen(anchor.getBoundsInLocal());
        double left = anchor.getScene().getWindow().getX() + GAP;
        menu.setOnShown(event -> {
            menu.setAnchorX(Math.max(left, at.getMaxX() - menu.getWidth()));
            menu.setAnchorY(ends ? y - menu.getHeight() : y);
        });
        menu.show(anchor, at.getMinX(), y);
    }
}
