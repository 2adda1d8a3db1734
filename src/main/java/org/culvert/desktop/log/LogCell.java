package org.culvert.desktop.log;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;

import org.culvert.desktop.look.Parts;
import org.culvert.ipc.Response;
import org.jspecify.annotations.Nullable;

/** One reused line of the log: clock and words. */
final class LogCell extends ListCell<Response.LogLine> {
    private final LogModel model;
    private final Label time = Parts.label("", "mono", "muted");
    private final Label words = Parts.label("", "mono");
    private final HBox line = new HBox(16, time, words);

    LogCell(LogModel model) {
        this.model = model;
        line.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(Response.@Nullable LogLine item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        time.setText(model.time(item));
        words.setText(item.text());
        setAccessibleText(model.time(item) + " " + item.text());
        setGraphic(line);
    }
}
