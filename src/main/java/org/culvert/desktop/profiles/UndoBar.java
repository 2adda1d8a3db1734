package org.culvert.desktop.profiles;

import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;

import org.culvert.desktop.link.ProfileCard;
import org.culvert.desktop.look.Look;
import org.culvert.desktop.look.Parts;

import java.util.Optional;
import java.util.function.Consumer;

/** Says what was removed and takes it back; goes away by itself. */
final class UndoBar extends HBox {
    private static final Duration STAYS = Duration.seconds(10);

    private final Look look;
    private final Label words = Parts.wrapped("");
    private final Button undo;
    private final PauseTransition stay = new PauseTransition(STAYS);

    UndoBar(Look look, ProfileListModel model, Consumer<ProfileCard> connect) {
        this.look = look;
        undo = Parts.button(look.text("button.undo"), () -> act(model, connect), "link");
        undo.setId("undo");
        getStyleClass().add("undo");
        setMaxHeight(Region.USE_PREF_SIZE);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(words, undo);
        stay.setOnFinished(event -> model.note().set(Optional.empty()));
        model.note().subscribe(this::show);
    }

    private void show(Optional<ProfileListModel.Note> note) {
        stay.stop();
        Parts.show(this, note.isPresent());
        note.ifPresent(now -> {
            switch (now) {
                case ProfileListModel.Note.Removed(var card) ->
                        say(look.text("undo.removed", card.name()), true);
                case ProfileListModel.Note.InUse(var card) ->
                        say(look.text("undo.inUse", card.name()), false);
                case ProfileListModel.Note.Offered(var failed, var next) -> {
                    say(look.text("offer.next", failed.name(), next.name()), true);
                    undo.setText(look.text("offer.try"));
                }
                case ProfileListModel.Note.Said(var text) -> say(text, false);
            }
            stay.playFromStart();
        });
    }

    private static void act(ProfileListModel model, Consumer<ProfileCard> connect) {
        if (model.note().get().orElse(null)
                instanceof ProfileListModel.Note.Offered(var _, ProfileCard next)) {
            model.note().set(Optional.empty());
            model.select(next);
            connect.accept(next);
        } else {
            model.undo();
        }
    }

    private void say(String text, boolean revocable) {
        undo.setText(look.text("button.undo"));
        words.setText(text);
        Parts.show(undo, revocable);
    }
}
