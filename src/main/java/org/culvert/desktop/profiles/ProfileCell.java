package org.culvert.desktop.profiles;

import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.culvert.desktop.link.ProfileCard;
import org.culvert.desktop.look.Glyph;
import org.culvert.desktop.look.Icon;
import org.culvert.desktop.look.Look;
import org.culvert.desktop.look.Parts;
import org.culvert.desktop.look.StateGlyph;
import org.culvert.ipc.State;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One reused cell of the list: the title of a section, or a profile. */
final class ProfileCell extends ListCell<Row> {
    private static final int SHAPE = 18;
    private static final List<String> ROLES = List.of("muted", "busy", "ok", "warn", "bad");
    private static final int INDENT = 16;

    private final Look look;
    private final ProfileListModel model;
    private final StateGlyph shape = new StateGlyph(SHAPE);
    private final Label name = Parts.elastic("", "name");
    private final Label line = Parts.elastic("", "small");
    private final StackPane title = new StackPane(name);
    private final StackPane tail = new StackPane();
    private final HBox row;
    private final Label section = Parts.elastic("", "section");
    private final Tooltip why = new Tooltip();
    private Optional<State> shownState = Optional.empty();
    private Optional<RowFace.Tail> shownTail = Optional.empty();
    private Optional<NameField> field = Optional.empty();

    ProfileCell(Look look, ProfileListModel model) {
        this.look = look;
        this.model = model;
        title.setAlignment(Pos.CENTER_LEFT);
        title.setMinWidth(0);
        var words = new VBox(1, title, line);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        tail.setMinWidth(Region.USE_PREF_SIZE);
        row = new HBox(shape, words, tail);
        row.getStyleClass().add("row");
        section.setMaxWidth(Double.MAX_VALUE);
        setPrefWidth(0);
        why.setWrapText(true);
        why.setMaxWidth(320);
    }

    @Override
    protected void updateItem(@Nullable Row item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
            return;
        }
        switch (item) {
            case Row.Section(String text) -> {
                section.setText(text);
                setAccessibleText(text);
                setTooltip(null);
                mark(true);
                setGraphic(section);
            }
            case Row.Group group -> {
                mark(false);
                show(group);
                setGraphic(row);
            }
            case Row.Entry(ProfileCard card) -> {
                mark(false);
                show(card);
                setGraphic(row);
            }
        }
    }

    private void mark(boolean title) {
        getStyleClass().remove("section-cell");
        if (title) {
            getStyleClass().add("section-cell");
        }
    }

    /** Says again how its profile stands. */
    void refresh() {
        if (isEmpty()) {
            return;
        }
        if (getItem() instanceof Row.Entry(ProfileCard card)) {
            show(card);
        } else if (getItem() instanceof Row.Group group) {
            show(group);
        }
    }

    private void show(Row.Group group) {
        show(model.face(group));
        Node chevron = Glyph.line(Icon.CHEVRON_DOWN, 16, "muted");
        chevron.setRotate(group.open() ? 180 : 0);
        var turn = new StackPane(chevron);
        turn.setId("group-" + group.name());
        turn.setPrefSize(28, 28);
        turn.setOnMouseClicked(event -> {
            model.toggle(group.name());
            event.consume();
        });
        shownTail = Optional.empty();
        tail.getChildren().setAll(turn);
        Parts.show(tail, true);
        HBox.setMargin(shape, Insets.EMPTY);
        setTooltip(null);
        title.getChildren().setAll(name);
        field = Optional.empty();
    }

    private void show(ProfileCard card) {
        RowFace face = model.face(card);
        show(face);
        boolean member = !card.marks().group().isEmpty() && model.query().get().isBlank();
        HBox.setMargin(shape, new Insets(0, 0, 0, member ? INDENT : 0));
        why.setText(card.draft().orElse(""));
        setTooltip(card.draft().isPresent() ? why : null);
        showName(card);
    }

    private void show(RowFace face) {
        name.setText(face.name());
        line.setText(face.line());
        ROLES.forEach(role -> Parts.mark(line, role, role.equals(face.role())));
        if (!shownState.equals(Optional.of(face.shape()))) {
            shownState = Optional.of(face.shape());
            shape.show(face.shape(), false);
        }
        if (!shownTail.equals(Optional.of(face.tail()))) {
            shownTail = Optional.of(face.tail());
            showTail(face.tail());
        }
        setAccessibleText(spoken(face));
    }

    private String spoken(RowFace face) {
        String key = face.shape() == State.NEED_USER ? "needUser" : lower(face.shape());
        return face.name() + ", " + look.text("state.name." + key) + ", " + face.line();
    }

    private static String lower(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private void showTail(RowFace.Tail wanted) {
        Optional<Node> node =
                switch (wanted) {
                    case RowFace.Tail.Nothing() -> Optional.empty();
                    case RowFace.Tail.Words(String text, String role) ->
                            Optional.of(Parts.label(text, "small", role));
                    case RowFace.Tail.Badge(String text) ->
                            Optional.of(Parts.label(text, "badge", "warn"));
                    case RowFace.Tail.Lock() -> Optional.of(Glyph.line(Icon.LOCK, 16, "muted"));
                };
        tail.getChildren().setAll(node.stream().toList());
        Parts.show(tail, node.isPresent());
    }

    private void showName(ProfileCard card) {
        boolean renaming = model.renaming().get().equals(Optional.of(card.id()));
        if (renaming && field.isEmpty()) {
            var open = new NameField(look, model, card.name());
            field = Optional.of(open);
            title.getChildren().setAll(open);
            Platform.runLater(open::begin);
        } else if (!renaming && field.isPresent()) {
            field = Optional.empty();
            title.getChildren().setAll(name);
        }
    }
}
