package org.culvert.desktop.profiles;

import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;

import org.culvert.desktop.look.Look;
import org.culvert.desktop.look.Parts;

import java.util.Optional;

/** Says what was removed and takes it back; goes away by itself. */
final class UndoBar extends HBox {
    private static final Duration STAYS = Duration.seconds(10);

    private final Look look;
    private final Label words = Parts.wrapped("");
    private final Button undo;
    private final PauseTransition stay = new PauseTransition(STAYS);

    UndoBar(Look look, ProfileListModel model) {
        this.look = look;
        undo = Parts.button(look.text("button.undo"), model::undo, "link");
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
                case ProfileListModel.Note.Said(var text) -> say(text, false);
            }
            stay.playFromStart();
        });
    }

    private void say(String text, boolean revocable) {
        words.setText(text);
        Parts.show(undo, revocable);
    }
}
