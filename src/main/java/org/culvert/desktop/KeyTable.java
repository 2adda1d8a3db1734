package org.culvert.desktop;

import javafx.geometry.Pos;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;

import org.culvert.desktop.look.Look;
import org.culvert.desktop.look.Parts;

import java.util.List;

/** All keys of the window, in two columns. */
final class KeyTable extends GridPane {
    private static final List<String> DEEDS =
            List.of(
                    "toggle",
                    "disconnect",
                    "reconnect",
                    "import",
                    "paste",
                    "search",
                    "rename",
                    "remove",
                    "undo",
                    "tabs",
                    "mini",
                    "range",
                    "cross",
                    "lock",
                    "close",
                    "quit");

    KeyTable(Look look) {
        setHgap(18);
        setVgap(6);
        int rows = (DEEDS.size() + 1) / 2;
        for (int i = 0; i < DEEDS.size(); i++) {
            int column = i / rows * 2;
            String deed = DEEDS.get(i);
            add(Parts.label(look.text("key." + deed), "badge", "plain"), column, i % rows);
            add(Parts.label(look.text("key." + deed + ".does")), column + 1, i % rows);
        }
        var keys = new ColumnConstraints();
        keys.setMinWidth(USE_PREF_SIZE);
        getColumnConstraints().addAll(keys, new ColumnConstraints(190));
        setAlignment(Pos.TOP_LEFT);
    }
}
