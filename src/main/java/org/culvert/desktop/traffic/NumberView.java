package org.culvert.desktop.traffic;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.culvert.desktop.look.Glyph;
import org.culvert.desktop.look.Icon;
import org.culvert.desktop.look.Parts;
import org.culvert.desktop.look.Quantity;

/** One live number: its name above, its unit beside it on the same baseline, a remark below. */
public final class NumberView extends VBox {
    private final Label number = Parts.label("", "number");
    private final Label unit = Parts.label("", "muted");
    private final Label remark = Parts.label("", "small", "muted");

    private NumberView(HBox name) {
        super(1);
        var line = new HBox(8, number, unit);
        line.setAlignment(Pos.BASELINE_LEFT);
        getChildren().addAll(name, line, remark);
    }

    /** A number with a coloured icon beside its name. */
    public static NumberView with(Icon icon, String role, String name) {
        Glyph glyph = Glyph.line(icon, 14, role);
        glyph.getStyleClass().add("bold");
        return new NumberView(name(glyph, name));
    }

    /** A number with a name only. */
    public static NumberView plain(String name) {
        return new NumberView(name(null, name));
    }

    private static HBox name(@org.jspecify.annotations.Nullable Node glyph, String text) {
        var line = new HBox(6);
        line.setAlignment(Pos.CENTER_LEFT);
        if (glyph != null) {
            line.getChildren().add(glyph);
        }
        line.getChildren().add(Parts.label(text, "small", "muted"));
        return line;
    }

    /** Shows a quantity and a remark. */
    public void show(Quantity quantity, String text) {
        number.setText(quantity.number());
        unit.setText(quantity.unit());
        remark.setText(text);
    }
}
