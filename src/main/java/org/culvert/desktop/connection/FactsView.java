package org.culvert.desktop.connection;

import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.culvert.desktop.look.Glyph;
import org.culvert.desktop.look.Icon;
import org.culvert.desktop.look.Parts;

import java.util.List;

/** Names and values in one or two columns, on a card. */
public final class FactsView extends GridPane {
    private final int columns;
    private List<Fact> shown = List.of();

    /** Without facts yet. */
    public FactsView(int columns) {
        this.columns = columns;
        getStyleClass().addAll("card", "facts");
        for (int column = 0; column < columns; column++) {
            var names = new ColumnConstraints();
            names.setMinWidth(Region.USE_PREF_SIZE);
            names.setHalignment(HPos.LEFT);
            var values = new ColumnConstraints();
            values.setHgrow(Priority.ALWAYS);
            values.setMinWidth(0);
            if (columns == 2) {
                names.setPrefWidth(80);
                names.setMinWidth(80);
                values.setPrefWidth(200);
            }
            getColumnConstraints().addAll(names, values);
        }
    }

    /** Shows {@code facts}, column by column. */
    public void show(List<Fact> facts) {
        if (facts.equals(shown)) {
            return;
        }
        shown = facts;
        getChildren().clear();
        int rows = (facts.size() + columns - 1) / columns;
        for (int i = 0; i < facts.size(); i++) {
            Fact fact = facts.get(i);
            int column = i / rows * 2;
            var name = Parts.label(fact.name(), "muted", "fact");
            add(name, column, i % rows);
            add(value(fact), column + 1, i % rows);
        }
    }

    private static Node value(Fact fact) {
        var value = Parts.elastic(fact.value(), "fact");
        var line = new HBox(8, value);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMinWidth(0);
        line.getStyleClass().add("fact");
        switch (fact.mark()) {
            case PLAIN -> {}
            case GOOD -> line.getChildren().add(Glyph.line(Icon.CHECK, 14, "ok"));
            case WARNING -> line.getChildren().add(Glyph.line(Icon.WARNING, 16, "warn"));
        }
        return line;
    }
}
