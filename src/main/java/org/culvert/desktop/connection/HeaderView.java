package org.culvert.desktop.connection;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.culvert.desktop.look.Glyph;
import org.culvert.desktop.look.Icon;
import org.culvert.desktop.look.Look;
import org.culvert.desktop.look.Parts;
import org.culvert.desktop.look.StateGlyph;
import org.culvert.desktop.look.StateShape;
import org.culvert.ipc.State;

import java.util.Optional;

/** Shape, title, the line that says how it stands, and one button. */
public final class HeaderView extends HBox {
    private final Look look;
    private final StateGlyph shape = new StateGlyph(38);
    private final Label title = Parts.elastic("", "title");
    private final Button chooser;
    private final Label line = Parts.elastic("", "medium", "state-line");
    private final Button button;
    private final Button more;
    private Headline.Button deed = Headline.Button.CONNECT;
    private Optional<State> shown = Optional.empty();

    /** What the header's buttons do. */
    public interface Deeds {
        /** The one button was pressed. */
        void press(Headline.Button button);

        /** The three dots, shown beside {@code anchor}. */
        void more(javafx.scene.Node anchor);

        /** The chooser of profiles in a narrow window. */
        void choose(javafx.scene.Node anchor);
    }

    /** An empty header. */
    public HeaderView(Look look, Deeds deeds) {
        this.look = look;
        chooser = Parts.icon(Icon.CHEVRON_DOWN, look.text("sidebar.all"), () -> {}, "chooser");
        chooser.setOnAction(event -> deeds.choose(title));
        button = Parts.button("", () -> {}, "main-button");
        more = Parts.icon(Icon.MORE, look.text("button.more"), () -> {});
        more.setGraphic(Glyph.line(Icon.MORE, 18, "muted"));
        more.getGraphic().getStyleClass().add("bold");
        more.setId("more-button");
        more.setOnAction(event -> deeds.more(more));
        button.setOnAction(event -> deeds.press(deed));
        line.setId("state-line");
        title.setId("profile-title");
        var name = new HBox(2, title, chooser);
        name.setAlignment(Pos.CENTER_LEFT);
        var words = new VBox(1, name, line);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, javafx.scene.layout.Priority.ALWAYS);
        getChildren().addAll(shape, words, button, more);
        setSpacing(14);
        setAlignment(Pos.CENTER_LEFT);
        setMinHeight(48);
        getStyleClass().add("header");
        narrow(false);
    }

    /** Whether the title opens the list of profiles. */
    public void narrow(boolean narrow) {
        Parts.show(chooser, narrow);
    }

    /** Shows {@code headline} of the profile called {@code name}; {@code answered} below. */
    public void show(String name, Headline headline, boolean banner) {
        title.setText(name);
        line.setText(headline.line());
        if (shown.isEmpty() || shown.get() != headline.state()) {
            shown = Optional.of(headline.state());
            shape.show(headline.state(), false);
            String role = StateShape.role(headline.state());
            line.getStyleClass().removeAll("muted", "busy", "ok", "warn", "bad");
            line.getStyleClass().add(role);
        }
        button.setText(
                look.text(
                        switch (headline.button()) {
                            case CONNECT -> "button.connect";
                            case CANCEL -> "button.cancel";
                            case DISCONNECT -> "button.disconnect";
                        }));
        deed = headline.button();
        boolean filled = headline.button() == Headline.Button.CONNECT && !banner;
        Parts.mark(button, "primary", filled);
    }
}
