package org.culvert.desktop.mini;

import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.culvert.desktop.connection.Headline;
import org.culvert.desktop.link.ProfileCard;
import org.culvert.desktop.look.Glyph;
import org.culvert.desktop.look.Icon;
import org.culvert.desktop.look.Look;
import org.culvert.desktop.look.Parts;
import org.culvert.desktop.look.StateGlyph;
import org.culvert.ipc.State;

/** The one button, and the list of profiles to switch to. */
final class MiniFoot extends HBox {
    private final Look look;
    private final MiniModel model;
    private final MiniDeeds deeds;
    private final Button main;
    private final Button other;
    private final ContextMenu menu = new ContextMenu();
    private String name = "";
    private Headline.Button deed = Headline.Button.CONNECT;

    MiniFoot(Look look, MiniModel model, MiniDeeds deeds) {
        super(10);
        this.look = look;
        this.model = model;
        this.deeds = deeds;
        main = Parts.button("", this::press);
        main.setId("mini-button");
        main.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(main, Priority.ALWAYS);
        other = Parts.button(look.text("mini.switch"), this::choose);
        other.setId("mini-switch");
        other.setGraphic(Glyph.line(Icon.CHEVRON_DOWN, 14, "muted"));
        other.setContentDisplay(ContentDisplay.RIGHT);
        getChildren().addAll(main, other);
    }

    void show(MiniFace face) {
        name = face.name();
        deed = face.button();
        main.setText(
                look.text(
                        switch (deed) {
                            case CONNECT -> "button.connect";
                            case CANCEL -> "button.cancel";
                            case DISCONNECT -> "button.disconnect";
                        }));
        Parts.mark(main, "primary", deed == Headline.Button.CONNECT);
        main.setDisable(deed == Headline.Button.CONNECT && !canConnect());
        Parts.show(other, model.others().stream().anyMatch(card -> !card.name().equals(name)));
    }

    private boolean canConnect() {
        return model.card(name).filter(card -> card.draft().isEmpty()).isPresent();
    }

    private void press() {
        switch (deed) {
            case CONNECT -> model.card(name).ifPresent(deeds::connect);
            case CANCEL, DISCONNECT -> deeds.disconnect(name);
        }
    }

    private void choose() {
        menu.getItems().setAll(model.others().stream().map(this::item).toList());
        menu.show(other, Side.TOP, 0, 0);
    }

    private MenuItem item(ProfileCard card) {
        var shape = new StateGlyph(16);
        boolean busy = model.busy(card.name());
        shape.show(busy ? State.ON : State.OFF, true);
        var item = new MenuItem(card.name(), shape);
        item.setMnemonicParsing(false);
        item.setDisable(busy);
        item.setOnAction(event -> {
            model.prefer(card);
            deeds.connect(card);
        });
        return item;
    }

    /** Whether the list of profiles is open. */
    boolean choosing() {
        return menu.isShowing();
    }
}
