package org.culvert.desktop.profiles;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
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
import org.culvert.failure.FailureCode;
import org.culvert.failure.FailureText;
import org.culvert.profile.SummaryText;
import org.culvert.secret.Secret;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** One file as it would be imported: its name, what it is, and what is wrong with it. */
final class DraftView extends VBox {
    private final TextField name = new TextField();
    private final CheckBox tighten = new CheckBox();

    /** {@code known} is the stored profile that is the same; {@code choosePart} gets a name. */
    DraftView(
            Look look,
            ImportDraft draft,
            Optional<ProfileCard> known,
            Consumer<String> choosePart,
            Consumer<Secret> unlock) {
        super(12);
        draft.card()
                .ifPresent(card -> {
                    name.setText(card.name());
                    name.setId("import-name");
                    getChildren().addAll(naming(look, draft), facts(draft));
                });
        known.ifPresent(card -> getChildren().add(known(look, card, draft.unchanged())));
        draft.notice().ifPresent(soon -> getChildren().add(notice(look, soon)));
        if (!draft.unused().isEmpty()) {
            getChildren().add(new UnusedLines(look, draft.unused()));
        }
        if (!draft.exposed().isEmpty()) {
            String names =
                    draft.exposed().stream()
                            .map(path -> String.valueOf(path.getFileName()))
                            .collect(Collectors.joining(", "));
            tighten.setText(look.text("import.exposed", names));
            tighten.setWrapText(true);
            tighten.setId("import-tighten");
            getChildren().add(tighten);
        }
        draft.locked().forEach(part -> getChildren().add(new LockedPart(look, part, unlock)));
        draft.missing().forEach(part -> getChildren().add(missing(look, part, choosePart)));
        draft.failure()
                .filter(failure -> failure.code() == FailureCode.CFG_5 || isWhole(draft))
                .ifPresent(failure -> getChildren().add(failure(look, failure)));
    }

    /**
     * Nothing is missing whose own line says so already; a server's file stays one with all parts.
     */
    private static boolean isWhole(ImportDraft draft) {
        return draft.missing().isEmpty() && draft.locked().isEmpty();
    }

    /** Whether files that others can read shall be left to their owner. */
    boolean tighten() {
        return tighten.isSelected();
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

    private static Node facts(ImportDraft draft) {
        var facts = new FactsView(1);
        facts.getStyleClass().remove("card");
        facts.show(draft.summary().stream().map(DraftView::fact).toList());
        return facts;
    }

    private static Fact fact(SummaryText.Line line) {
        Fact.Mark mark = line.remark() ? Fact.Mark.WARNING : Fact.Mark.PLAIN;
        return new Fact(line.name(), line.text(), mark);
    }

    private static Node notice(Look look, Failure soon) {
        HBox line =
                line(
                        Parts.wrapped(FailureText.of(soon, look.texts().locale()).title()),
                        "warn",
                        Icon.WARNING);
        line.getChildren().add(Parts.label(soon.code().text(), "small", "warn", "medium"));
        return line;
    }

    private static Node known(Look look, ProfileCard card, boolean unchanged) {
        String key = unchanged ? "import.known" : "import.changed";
        return line(Parts.wrapped(look.text(key, card.name())), "busy", Icon.FILE);
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
