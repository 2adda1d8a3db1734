package org.culvert.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.stage.Window;

import org.culvert.desktop.look.Theme;
import org.culvert.ipc.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;

/** Every menu finds its colours: the toolkit has nothing to complain of. */
class MenuColoursTest {
    private final Rig rig = Rig.with("Lab", "Office");
    private final Complaints complaints = new Complaints();

    @AfterEach
    void close() {
        rig.close();
        complaints.close();
    }

    @ParameterizedTest
    @EnumSource(Theme.Choice.class)
    void everyMenuOpensInItsColours(Theme.Choice choice) {
        Fx.run(() -> rig.models().look().theme().choice().set(choice));

        openEveryMenu();

        assertEquals(List.of(), complaints.heard());
    }

    @Test
    void menusFindTheirColoursWhenTheSchemeChanges() {
        for (Theme.Choice choice : List.of(Theme.Choice.DARK, Theme.Choice.LIGHT)) {
            openEveryMenu();
            Fx.run(() -> rig.models().look().theme().choice().set(choice));
        }
        openEveryMenu();

        assertEquals(List.of(), complaints.heard());
    }

    @Test
    void aComplaintIsHeard() {
        Fx.run(() -> rig.window().setStyle("-fx-background-color: -cv-nobody;"));

        assertTrue(complaints.heard().toString().contains("ClassCastException"));
    }

    private void openEveryMenu() {
        Fx.run(Fx.node(rig.stage(), Button.class, "menu")::fire);
        assertEquals(2, openSubmenus());

        rig.tell("Lab", State.ON);
        asked(".rows .list-cell:selected");
        asked(".rows .list-cell:selected .name");
        Fx.run(Fx.node(rig.stage(), Button.class, "more-button")::fire);
        openSubmenus();
        asked(".text-field");

        Fx.run(() -> rig.models().tab().set(Models.LOG_TAB));
        ListView<?> log = Fx.on(() -> (ListView<?>) rig.window().lookup(".log"));
        Fx.run(() -> log.getContextMenu().show(log, 100, 100));
        openSubmenus();
        Fx.run(() -> rig.models().tab().set(Models.OVERVIEW_TAB));
    }

    /** The menu of a node, as a right click opens it. */
    private void asked(String selector) {
        Fx.run(() -> {
            Node node = rig.window().lookup(selector);
            var at = node.localToScreen(4, 4);
            Event.fireEvent(
                    node,
                    new ContextMenuEvent(
                            ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                            4,
                            4,
                            at.getX(),
                            at.getY(),
                            false,
                            null));
        });
        openSubmenus();
    }

    /** Opens what is inside the open menu, closes all, and says how many there were inside. */
    private static int openSubmenus() {
        ContextMenu menu = menus().getFirst();
        int opened = 0;
        for (MenuItem item : menu.getItems()) {
            if (item instanceof Menu inside) {
                Fx.enter(inside.getStyleableNode());
                assertEquals(2, menus().size(), inside.getText());
                opened++;
            }
        }
        Fx.run(menu::hide);
        return opened;
    }

    private static List<ContextMenu> menus() {
        return Fx.on(() ->
                Window.getWindows().stream()
                        .filter(ContextMenu.class::isInstance)
                        .map(ContextMenu.class::cast)
                        .toList());
    }
}
