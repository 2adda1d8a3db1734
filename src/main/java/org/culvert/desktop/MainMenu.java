package org.culvert.desktop;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

import org.culvert.desktop.look.Look;
import org.culvert.desktop.look.Theme;

import java.util.Locale;
import java.util.Optional;

/** The program's menu. */
final class MainMenu {
    private final Look look;
    private final Choices choices;

    /** What the menu's lines do. */
    interface Choices {
        /** Asks for files. */
        void importFile();

        /** Shows the profiles of other programs. */
        void elsewhere();

        /** Opens or closes the mini window. */
        void mini();

        /** Keeps and uses a scheme. */
        void theme(Theme.Choice choice);

        /** The language that is kept; empty: the system's. */
        Optional<String> language();

        /** Keeps a language and uses it. */
        void language(Optional<String> tag);

        /** Shows all keys. */
        void keys();

        /** Says what this is. */
        void about();

        /** Ends the window; tunnels stay. */
        void quit();
    }

    MainMenu(Look look, Choices choices) {
        this.look = look;
        this.choices = choices;
    }

    ContextMenu make() {
        return new ContextMenu(
                item("import", choices::importFile, key(KeyCode.O)),
                item("elsewhere", choices::elsewhere, Optional.empty()),
                item("mini", choices::mini, key(KeyCode.M)),
                new SeparatorMenuItem(),
                themes(),
                languages(),
                new SeparatorMenuItem(),
                item("keys", choices::keys, key(KeyCode.SLASH)),
                item("about", choices::about, Optional.empty()),
                item("quit", choices::quit, key(KeyCode.Q)));
    }

    private static Optional<KeyCombination> key(KeyCode code) {
        return Optional.of(new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN));
    }

    private MenuItem item(String name, Runnable action, Optional<KeyCombination> key) {
        var item = new MenuItem(look.text("main." + name));
        item.setId("main-" + name);
        item.setOnAction(event -> action.run());
        key.ifPresent(item::setAccelerator);
        return item;
    }

    private Menu themes() {
        var menu = new Menu(look.text("main.theme"));
        Theme.Choice now = look.theme().choice().get();
        for (Theme.Choice choice : Theme.Choice.values()) {
            String name = choice.name().toLowerCase(Locale.ROOT);
            var item = new RadioMenuItem(look.text("main.theme." + name));
            item.setSelected(choice == now);
            item.setOnAction(event -> choices.theme(choice));
            menu.getItems().add(item);
        }
        return menu;
    }

    private Menu languages() {
        var menu = new Menu(look.text("main.language"));
        menu.getItems()
                .addAll(
                        language(look.text("main.language.system"), Optional.empty()),
                        language("English", Optional.of("en")),
                        language("简体中文", Optional.of("zh-CN")));
        return menu;
    }

    private RadioMenuItem language(String name, Optional<String> tag) {
        var item = new RadioMenuItem(name);
        item.setSelected(choices.language().equals(tag));
        item.setOnAction(event -> choices.language(tag));
        return item;
    }
}
