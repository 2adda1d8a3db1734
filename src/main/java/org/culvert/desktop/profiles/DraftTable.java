package org.culvert.desktop.profiles;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.culvert.desktop.link.ImportDraft;
import org.culvert.desktop.link.ProfileCard;
import org.culvert.desktop.look.Look;
import org.culvert.desktop.look.Parts;
import org.culvert.failure.FailureText;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Several files with a tick each. */
final class DraftTable extends ScrollPane {
    private static final double TALLEST = 320;

    private final Look look;
    private final Map<CheckBox, ImportDraft> ticks = new LinkedHashMap<>();
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();

    DraftTable(Look look, List<ImportDraft> drafts) {
        this.look = look;
        var rows = new VBox();
        drafts.forEach(draft -> rows.getChildren().add(row(draft)));
        setContent(rows);
        prefViewportHeightProperty().bind(rows.heightProperty());
        setFitToWidth(true);
        setMaxHeight(TALLEST);
        getStyleClass().add("inset");
        count();
    }

    /** How many are ticked. */
    ReadOnlyIntegerProperty ticked() {
        return count.getReadOnlyProperty();
    }

    /** The ticked ones. */
    List<ImportDraft> chosen() {
        return ticks.entrySet().stream()
                .filter(row -> row.getKey().isSelected())
                .map(Map.Entry::getValue)
                .toList();
    }

    private HBox row(ImportDraft draft) {
        var tick = new CheckBox();
        String name = draft.card().map(ProfileCard::name).orElse(ImportModel.fileName(draft));
        tick.setAccessibleText(name);
        tick.setSelected(ImportModel.wanted(draft));
        tick.setDisable(!ImportModel.possible(draft));
        tick.setOnAction(event -> count());
        ticks.put(tick, draft);
        var words = new VBox(1, Parts.elastic(name, "medium"));
        draft.card()
                .map(card -> Parts.elastic(card.host(), "small", "muted"))
                .ifPresent(words.getChildren()::add);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        words.setOnMouseClicked(event -> tick.fire());
        HBox.setHgrow(words, Priority.ALWAYS);
        var row = new HBox(12, tick, words, remark(draft));
        row.getStyleClass().add("draft");
        return row;
    }

    private Label remark(ImportDraft draft) {
        if (draft.known().isPresent()) {
            String key = draft.unchanged() ? "import.isKnown" : "import.hasChanged";
            return Parts.label(look.text(key), "small", "muted");
        }
        if (!draft.missing().isEmpty()) {
            return Parts.label(look.text("import.incomplete"), "small", "warn");
        }
        if (draft.failure().isPresent()) {
            String title = FailureText.of(draft.failure().get(), look.texts().locale()).title();
            return Parts.elastic(title, "small", "bad");
        }
        return switch (draft.unused().size()) {
            case 0 -> Parts.label("");
            case 1 -> Parts.label(look.text("import.unusedOne"), "small", "muted");
            default ->
                    Parts.label(
                            look.text("import.unused", draft.unused().size()), "small", "muted");
        };
    }

    private void count() {
        count.set(chosen().size());
    }
}
