package org.culvert.desktop.connection;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.culvert.desktop.look.Glyph;
import org.culvert.desktop.look.Icon;
import org.culvert.desktop.look.Parts;
import org.culvert.desktop.look.StateGlyph;
import org.culvert.ipc.State;

import java.util.ArrayList;
import java.util.List;

/** The seven stages with a clock each. */
final class StagesView extends VBox {
    private final List<Line> lines = new ArrayList<>();

    StagesView() {
        getStyleClass().addAll("card", "stages");
        for (int stage = 0; stage < StageRow.COUNT; stage++) {
            var line = new Line();
            lines.add(line);
            getChildren().add(line);
        }
    }

    void show(List<StageRow> rows) {
        for (int i = 0; i < rows.size(); i++) {
            lines.get(i).show(rows.get(i));
        }
    }

    /** One stage. */
    private static final class Line extends HBox {
        private final StackPane mark = new StackPane();
        private final Label name = Parts.label("");
        private final Label detail = Parts.elastic("", "small");
        private final Label lap = Parts.label("", "small", "muted");
        private StageRow.Progress shown = StageRow.Progress.DONE;

        Line() {
            getStyleClass().add("stage");
            mark.setMinWidth(18);
            getChildren().addAll(mark, name, detail, Parts.spring(), lap);
            mark(StageRow.Progress.PENDING);
        }

        void show(StageRow row) {
            name.setText(row.name());
            detail.setText(row.detail());
            lap.setText(row.lap());
            if (row.progress() != shown) {
                mark(row.progress());
            }
        }

        private void mark(StageRow.Progress progress) {
            shown = progress;
            mark.getChildren().setAll(picture(progress));
            boolean pending = progress == StageRow.Progress.PENDING;
            name.getStyleClass().setAll("label", pending ? "faint" : "medium");
            detail.getStyleClass()
                    .setAll(
                            "label",
                            "small",
                            progress == StageRow.Progress.STOPPED ? "bad" : "muted");
        }

        private static Node picture(StageRow.Progress progress) {
            return switch (progress) {
                case DONE -> Glyph.line(Icon.CHECK, 18, "ok");
                case STOPPED -> Glyph.line(Icon.CROSS, 18, "bad");
                case PENDING -> Glyph.line(Icon.PENDING, 18, "faint");
                case RUNNING -> {
                    var busy = new StateGlyph(16);
                    busy.show(State.CONNECTING, false);
                    yield busy;
                }
            };
        }
    }
}
