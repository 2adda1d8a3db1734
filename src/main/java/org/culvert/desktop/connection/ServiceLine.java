package org.culvert.desktop.connection;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

import org.culvert.desktop.link.Service;
import org.culvert.desktop.look.Glyph;
import org.culvert.desktop.look.Icon;
import org.culvert.desktop.look.Look;
import org.culvert.desktop.look.Parts;

/** One small line: whether the background service answers. */
public final class ServiceLine extends HBox {
    private final Look look;
    private final StackPane sign = new StackPane();
    private final Label words = Parts.elastic("", "small", "muted");

    /** A line for a service that was not asked yet. */
    public ServiceLine(Look look) {
        super(8);
        this.look = look;
        setId("service");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(0);
        getChildren().addAll(sign, words);
        show(new Service.Searching());
    }

    /** Shows how the service stands. */
    public void show(Service service) {
        switch (service) {
            case Service.Searching() ->
                    show(Glyph.line(Icon.BUSY, 14, "muted"), look.text("service.searching"));
            case Service.Ready(String _) ->
                    show(Glyph.line(Icon.CHECK, 14, "ok"), look.text("service.ready"));
            case Service.Unreachable(var _) ->
                    show(Glyph.line(Icon.WARNING, 16, "warn"), look.text("service.unreachable"));
        }
    }

    private void show(Node glyph, String text) {
        sign.getChildren().setAll(glyph);
        words.setText(text);
    }
}
