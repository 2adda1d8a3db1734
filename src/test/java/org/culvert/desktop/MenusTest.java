package org.culvert.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.geometry.Bounds;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

import org.culvert.desktop.link.Service;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MenusTest {
    private static final double SLACK = 2;

    private final Rig rig = Rig.with("Lab");
    private final ContextMenu menu =
            Fx.on(() ->
                    new ContextMenu(
                            new MenuItem("One"), new SeparatorMenuItem(), new MenuItem("Two")));

    @AfterEach
    void close() {
        Fx.run(menu::hide);
        rig.close();
    }

    @Test
    void aMenuAboveEndsWhereItsButtonBegins() {
        Button anchor = Fx.node(rig.stage(), Button.class, "menu");
        Fx.run(() -> rig.window().show(new Service.Ready("0.1.0")));

        Fx.run(() -> Menus.above(menu, anchor));
        Fx.settle();

        double bottom = Fx.on(() -> menu.getY() + menu.getHeight());
        assertTrue(bottom <= bounds(anchor).getMinY() + SLACK, bottom + " below " + bounds(anchor));
        assertTrue(bottom > bounds(anchor).getMinY() - 20, bottom + " far above " + bounds(anchor));
    }

    @Test
    void aMenuBelowBeginsWhereItsButtonEndsAndEndsAtItsRight() {
        Button anchor = Fx.on(() -> (Button) rig.window().lookup(".main-button"));

        Fx.run(() -> Menus.below(menu, anchor));
        Fx.settle();

        assertTrue(Fx.on(menu::getY) >= bounds(anchor).getMaxY() - SLACK);
        double right = Fx.on(() -> menu.getX() + menu.getWidth());
        assertEquals(bounds(anchor).getMaxX(), right, 20);
    }

    private static Bounds bounds(Button anchor) {
        return Fx.on(() -> anchor.localToScreen(anchor.getBoundsInLocal()));
    }
}
