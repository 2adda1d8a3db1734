package org.culvert.desktop;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.stage.PopupWindow.AnchorLocation;

/** Opens menus so that they stay within the window. */
final class Menus {
    private static final double GAP = 4;

    private Menus() {}

    /** Opens {@code menu} below {@code anchor}, their right edges in one line. */
    static void below(ContextMenu menu, Node anchor) {
        menu.setAnchorLocation(AnchorLocation.CONTENT_TOP_LEFT);
        Bounds at = anchor.localToScreen(anchor.getBoundsInLocal());
        show(menu, anchor, at.getMaxX(), at.getMaxY() + GAP);
    }

    /** Opens {@code menu} above {@code anchor}, their right edges in one line. */
    static void above(ContextMenu menu, Node anchor) {
        menu.setAnchorLocation(AnchorLocation.CONTENT_BOTTOM_LEFT);
        Bounds at = anchor.localToScreen(anchor.getBoundsInLocal());
        show(menu, anchor, at.getMaxX(), at.getMinY() - GAP);
    }

    /** The width of a menu is known only when it is shown. */
    private static void show(ContextMenu menu, Node anchor, double right, double y) {
        double left = anchor.getScene().getWindow().getX() + GAP;
        menu.setOnShown(event -> menu.setAnchorX(Math.max(left, right - menu.getWidth())));
        menu.show(anchor, left, y);
    }
}
