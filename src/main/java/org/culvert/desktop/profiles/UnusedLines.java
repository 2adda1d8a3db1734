package org.culvert.desktop.profiles;

import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.culvert.desktop.link.ImportDraft.UnusedLine;
import org.culvert.desktop.look.Glyph;
import org.culvert.desktop.look.Icon;
import org.culvert.desktop.look.Look;
import org.culvert.desktop.look.Parts;

import java.util.List;

/** How many lines of a file have no effect; opened, each of them with its reason. */
final class UnusedLines extends VBox {
    private static final double TALLEST = 168;

    private final Look look;
    private final Button toggle;
    private final ScrollPane table;

    UnusedLines(Look look, List<UnusedLine> lines) {
        super(6);
        this.look = look;
        GridPane grid = grid(lines);
        table = new ScrollPane(grid);
        table.prefViewportHeightProperty().bind(grid.heightProperty());
        table.setFitToWidth(true);
        table.setMaxHeight(TALLEST);
        table.getStyleClass().add("inset");
        toggle = Parts.button("", this::toggle, "link");
        toggle.setId("unused");
        String words =
                lines.size() == 1
                        ? look.text("import.unusedOne")
                        : look.text("import.unused", lines.size());
        var head =
                new HBox(
                        10,
                        Glyph.line(Icon.WARNING, 16, "warn"),
                        Parts.label(words),
                        Parts.spring(),
                        toggle);
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, table);
        open(false);
    }

    private void toggle() {
        open(!table.isVisible());
    }

    private void open(boolean open) {
        Parts.show(table, open);
        toggle.setText(look.text(open ? "button.hide" : "button.show"));
    }

    private GridPane grid(List<UnusedLine> lines) {
        var grid = new GridPane(12, 6);
        var number = new ColumnConstraints();
        number.setMinWidth(Region.USE_PREF_SIZE);
        var option = new ColumnConstraints(60, 190, 220);
        var reason = new ColumnConstraints(80, 160, Double.MAX_VALUE);
        reason.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(number, option, reason);
        for (int i = 0; i < lines.size(); i++) {
            UnusedLine line = lines.get(i);
            grid.addRow(
                    i,
                    Parts.label(look.text("import.line", line.line()), "small", "muted"),
                    Parts.elastic(line.option(), "mono"),
                    Parts.wrapped(line.reason(), "small", "muted"));
        }
        grid.getChildren().forEach(node -> GridPane.setValignment(node, VPos.TOP));
        return grid;
    }
}
