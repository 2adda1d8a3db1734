package org.culvert.desktop.connection;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

import org.culvert.desktop.look.Glyph;
import org.culvert.desktop.look.Icon;
import org.culvert.desktop.look.Look;
import org.culvert.desktop.look.Parts;

import java.util.List;
import java.util.stream.Collectors;

/** What matters most of the facts, in one line, for a low window. */
final class FoldedFacts extends HBox {
    private final String separator;
    private final Label line = Parts.elastic("", "small", "muted");

    FoldedFacts(Look look) {
        super(10);
        separator = look.text("list.dot");
        setAlignment(Pos.CENTER_LEFT);
        setMinHeight(30);
        getChildren().addAll(Glyph.line(Icon.CHECK, 14, "ok"), line);
    }

    /** Traffic, encryption and address of {@code facts}. */
    void show(List<Fact> facts) {
        line.setText(
                List.of(facts.get(3), facts.get(2), facts.get(1)).stream()
                        .map(Fact::value)
                        .filter(value -> !value.isEmpty())
                        .collect(Collectors.joining(separator)));
    }
}
