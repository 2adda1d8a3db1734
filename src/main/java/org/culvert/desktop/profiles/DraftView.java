package org.culvert.desktop.profiles;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.culvert.desktop.connection.Banner;
import org.culvert.desktop.connection.Fact;
import org.culvert.desktop.connection.FactsView;
import org.culvert.desktop.link.ImportDraft;
import org.culvert.desktop.link.ProfileCard;
import org.culvert.desktop.look.Fields;
import org.culvert.desktop.look.Glyph;
import org.culvert.desktop.look.Icon;
import org.culvert.desktop.look.Look;
import org.culvert.desktop.look.Parts;
import org.culvert.failure.Failure;

import java.util.Optional;
import java.util.function.Consumer;

/** One file as it would be imported: its name, what it is, and what is wrong with it. */
final class DraftView extends VBox {
    private final TextField name = new TextField();

    /** {@code known} is the stored profile that is the same; {@code choosePart} gets a name. */
    DraftView(
            Look look,
            ImportDraft draft,
            Optional<ProfileCard> known,
            Consumer<String> choosePart) {
        super(12);
        draft.card()
                .ifPresent(card -> {
                    name.setText(card.name());
                    name.setId("import-name");
                    getChildren().addAll(naming(look, draft), facts(look, card));
                });
        known.ifPresent(card -> getChildren().add(known(look, card)));
        if (!draft.unused().isEmpty()) {
            getChildren().add(new UnusedLines(look, draft.unused()));
        }
        draft.missing().forEach(part -> getChildren().add(missing(look, part, choosePart)));
        draft.failure()
                .filter(failure -> draft.missing().isEmpty())
                .ifPresent(failure -> getChildren().add(failure(look, failure)));
    }

    /** The name to store it under. */
    TextField name() {
        return name;
    }

    private Node naming(Look look, ImportDraft draft) {
        Label from =
                Parts.elastic(
                        look.text("import.from", ImportModel.fileName(draft)), "small", "muted");
        var field = Fields.named(look.text("import.name"), name, Fields.framed(name));
        return new VBox(4, field, from);
    }

    private static Node facts(Look look, ProfileCard card) {
        var facts = new FactsView(1);
        facts.getStyleClass().remove("card");
        facts.show(Fact.before(card, look));
        return facts;
    }

    private static Node known(Look look, ProfileCard card) {
        return line(Parts.wrapped(look.text("import.known", card.name())), "busy", Icon.FILE);
    }

    private static Node missing(Look look, String part, Consumer<String> choose) {
        HBox line = line(Parts.wrapped(look.text("import.missing", part)), "warn", Icon.WARNING);
        var button = Parts.button(look.text("button.chooseFile"), () -> choose.accept(part), "low");
        button.setId("choose-part");
        line.getChildren().add(button);
        return line;
    }

    private static HBox line(Label words, String role, Icon icon) {
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        var line = new HBox(10, Glyph.line(icon, 16, role), words);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static Node failure(Look look, Failure failure) {
        Banner banner = Banner.of(failure, look);
        var words =
                new VBox(2, Parts.wrapped(banner.title(), "heading"), Parts.wrapped(banner.text()));
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var wash =
                new HBox(
                        Glyph.line(Icon.WARNING, 20, "bad"),
                        words,
                        Parts.label(banner.code(), "small", "bad", "medium"));
        wash.getStyleClass().addAll("wash", "bad");
        return wash;
    }
}
