package org.culvert.desktop;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.culvert.client.Elsewhere;
import org.culvert.desktop.look.CopyButton;
import org.culvert.desktop.look.Look;
import org.culvert.desktop.look.Parts;
import org.culvert.desktop.look.Sheet;
import org.culvert.profile.Luggage;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Shows the profiles of other programs on this machine; each can be imported or copied. */
final class ElsewhereSheet {
    private static final double WIDTH = 560;

    private final Look look;
    private final Sheet sheet;
    private final Consumer<Luggage> chosen;

    private ElsewhereSheet(Look look, Consumer<Luggage> chosen) {
        this.look = look;
        this.chosen = chosen;
        sheet = new Sheet(look.text("elsewhere.title"), WIDTH);
        sheet.setId("elsewhere-sheet");
    }

    /** Opens over {@code host}; {@code chosen} gets a profile that shall be imported. */
    static void open(Look look, Pane host, List<Elsewhere.Find> finds, Consumer<Luggage> chosen) {
        new ElsewhereSheet(look, chosen).show(host, finds);
    }

    private void show(Pane host, List<Elsewhere.Find> finds) {
        var rows = new VBox(12);
        finds.forEach(find -> rows.getChildren().add(row(find)));
        if (finds.isEmpty()) {
            rows.getChildren().add(Parts.wrapped(look.text("elsewhere.none"), "muted"));
        }
        sheet.content(rows);
        Button close = Parts.button(look.text("button.close"), sheet::close);
        sheet.buttons(sheet::close, close);
        sheet.open(host, close);
    }

    private Node row(Elsewhere.Find find) {
        return switch (find) {
            case Elsewhere.Open(String keeper, Luggage luggage) ->
                    row(
                            name(luggage),
                            look.text("elsewhere.of", keeper),
                            Parts.button(look.text("button.import"), () -> take(luggage), "low"));
            case Elsewhere.Closed(String what, String command) ->
                    row(
                            what,
                            command,
                            CopyButton.of(
                                    look, look.text("button.copyCommand"), () -> command, "low"));
        };
    }

    private static HBox row(String first, String second, Button button) {
        var words =
                new VBox(
                        2, Parts.elastic(first, "medium"), Parts.wrapped(second, "small", "muted"));
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var row = new HBox(12, words, button);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static String name(Luggage luggage) {
        Path file = luggage.profiles().getFirst();
        return String.valueOf(file.getFileName());
    }

    private void take(Luggage luggage) {
        sheet.close();
        chosen.accept(luggage);
    }
}
