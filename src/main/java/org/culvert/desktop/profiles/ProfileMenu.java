package org.culvert.desktop.profiles;

import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

import org.culvert.desktop.link.ProfileCard;
import org.culvert.desktop.look.Look;
import org.culvert.spec.Drops;
import org.culvert.spec.Lan;

import java.util.Locale;

/** The menu of one profile: only what works now. */
public final class ProfileMenu {
    private final Look look;
    private final ProfileListModel model;
    private final ProfileDeeds deeds;

    /** Menus for the profiles of {@code model}. */
    public ProfileMenu(Look look, ProfileListModel model, ProfileDeeds deeds) {
        this.look = look;
        this.model = model;
        this.deeds = deeds;
    }

    /** The menu of {@code card} at this moment. */
    public ContextMenu of(ProfileCard card) {
        var menu = new ContextMenu();
        for (RowDeed deed : model.deeds(card)) {
            MenuItem item = item(deed, card);
            item.setId("menu-" + deed.name().toLowerCase(Locale.ROOT));
            item.setOnAction(event -> act(deed, card));
            key(deed, item);
            menu.getItems().add(item);
        }
        return menu;
    }

    private MenuItem item(RowDeed deed, ProfileCard card) {
        String words = look.text("menu." + deed.name().toLowerCase(Locale.ROOT));
        return switch (deed) {
            case BLOCK_DROPS -> marked(words, card.protection().drops() == Drops.BLOCKED);
            case ALLOW_LAN -> marked(words, card.protection().lan() == Lan.REACHABLE);
            case FAVOURITE -> marked(words, card.marks().favourite());
            case CONNECT,
                    CANCEL,
                    DISCONNECT,
                    RECONNECT,
                    TAGS,
                    DUPLICATE,
                    EXPORT,
                    EXPORT_INLINED,
                    RENAME,
                    REMOVE ->
                    new MenuItem(words);
        };
    }

    private static MenuItem marked(String words, boolean selected) {
        var item = new CheckMenuItem(words);
        item.setSelected(selected);
        return item;
    }

    private static void key(RowDeed deed, MenuItem item) {
        switch (deed) {
            case RENAME -> item.setAccelerator(new KeyCodeCombination(KeyCode.F2));
            case REMOVE -> item.setAccelerator(new KeyCodeCombination(KeyCode.DELETE));
            case RECONNECT ->
                    item.setAccelerator(
                            new KeyCodeCombination(KeyCode.R, KeyCombination.SHORTCUT_DOWN));
            case CONNECT,
                    CANCEL,
                    DISCONNECT,
                    BLOCK_DROPS,
                    ALLOW_LAN,
                    FAVOURITE,
                    TAGS,
                    DUPLICATE,
                    EXPORT,
                    EXPORT_INLINED -> {}
        }
    }

    private void act(RowDeed deed, ProfileCard card) {
        switch (deed) {
            case CONNECT -> deeds.connect(card);
            case CANCEL, DISCONNECT -> deeds.disconnect(card);
            case RECONNECT -> deeds.reconnect(card);
            case BLOCK_DROPS -> model.switchDrops(card);
            case ALLOW_LAN -> model.switchLan(card);
            case FAVOURITE -> model.switchFavourite(card);
            case TAGS -> deeds.tags(card);
            case DUPLICATE -> model.duplicate(card);
            case EXPORT -> deeds.export(card, false);
            case EXPORT_INLINED -> deeds.export(card, true);
            case RENAME -> model.startRenaming(card);
            case REMOVE -> model.remove(card);
        }
    }
}
