package org.culvert.desktop;

import javafx.application.Platform;
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
        show(menu, anchor, () -> alignRight(menu, anchor, at), at.getMaxY() + GAP);
    }

    /** Opens {@code menu} above {@code anchor}, their right edges in one line. */
    static void above(ContextMenu menu, Node anchor) {
        Bounds at = anchor.localToScreen(anchor.getBoundsInLocal());
        Runnable place =
                () -> {
                    alignRight(menu, anchor, at);
                    menu.setAnchorY(at.getMinY() - GAP - menu.getHeight());
                };
        show(menu, anchor, place, at.getMinY() - GAP);
    }

    /** The size of a menu is known only while it is shown, and grows once more then. */
    private static void show(ContextMenu menu, Node anchor, Runnable place, double y) {
        menu.setOnShown(event -> {
            place.run();
            Platform.runLater(place);
        });
        menu.show(anchor, left(anchor), y);
    }

    private static void alignRight(ContextMenu menu, Node anchor, Bounds at) {
        menu.setAnchorX(Math.max(left(anchor), at.getMaxX() - menu.getWidth()));
    }

    private static double left(Node anchor) {
        return anchor.getScene().getWindow().getX() + GAP;
    }
}
