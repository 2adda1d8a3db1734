package org.culvert.desktop.log;

import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.culvert.desktop.look.CopyButton;
import org.culvert.desktop.look.Look;
import org.culvert.desktop.look.Parts;
import org.culvert.desktop.look.SearchField;
import org.culvert.ipc.Response;

import java.util.List;
import java.util.Optional;

/** The helper's diary: searched, followed to its end, copied in whole or in part. */
public final class LogView extends VBox {
    private static final KeyCombination COPY =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private static final double LINE = 22;

    private final LogModel model;
    private final SearchField search;
    private final ListView<Response.LogLine> list = new ListView<>();

    /** A view of {@code model}. */
    public LogView(Look look, LogModel model) {
        super(10);
        this.model = model;
        getStyleClass().add("card");
        search = new SearchField(look, look.text("log.find"), model.query());
        search.text().setId("log-search");
        list.setId("log");
        list.getStyleClass().add("log");
        list.setAccessibleText(look.text("tab.log"));
        list.setFixedCellSize(LINE);
        list.setItems(model.lines());
        list.setCellFactory(view -> new LogCell(model));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setContextMenu(menu(look));
        getChildren().addAll(head(look), body());
        listen();
    }

    private HBox head(Look look) {
        var follow = new ToggleButton(look.text("log.follow"));
        follow.setId("log-follow");
        follow.getStyleClass().add("chip");
        follow.setMinWidth(USE_PREF_SIZE);
        follow.selectedProperty().bindBidirectional(model.following());
        Button copy = CopyButton.of(look, look.text("log.copy"), () -> model.text(chosen()), "low");
        copy.setId("log-copy");
        HBox.setHgrow(search, Priority.ALWAYS);
        search.setMaxWidth(320);
        var head = new HBox(10, search, Parts.spring(), follow, copy);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private StackPane body() {
        Label nothing = Parts.wrapped("", "muted");
        nothing.setId("log-empty");
        var body = new StackPane(list, nothing);
        VBox.setVgrow(body, Priority.ALWAYS);
        model.lines().addListener((ListChangeListener<Response.LogLine>) change -> say(nothing));
        model.query().subscribe(typed -> say(nothing));
        return body;
    }

    private void say(Label nothing) {
        Optional<String> sentence = model.nothing();
        nothing.setText(sentence.orElse(""));
        Parts.show(nothing, sentence.isPresent());
    }

    private ContextMenu menu(Look look) {
        var copy = new MenuItem(look.text("log.copyLines"));
        copy.setOnAction(event -> copy());
        copy.setAccelerator(COPY);
        var all = new MenuItem(look.text("log.selectAll"));
        all.setOnAction(event -> list.getSelectionModel().selectAll());
        return new ContextMenu(copy, all);
    }

    private void listen() {
        model.lines().addListener((ListChangeListener<Response.LogLine>) change -> tail());
        model.following().subscribe(now -> tail());
        list.addEventFilter(
                ScrollEvent.SCROLL,
                event -> {
                    if (event.getDeltaY() > 0) {
                        model.following().set(false);
                    }
                });
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    private void key(KeyEvent event) {
        if (COPY.match(event)) {
            copy();
            event.consume();
            return;
        }
        switch (event.getCode()) {
            case UP, PAGE_UP, HOME -> model.following().set(false);
            case END -> model.following().set(true);
            default -> {}
        }
    }

    /** Later, when the list knows of the new lines. */
    private void tail() {
        if (model.following().get()) {
            Platform.runLater(() -> {
                list.layout();
                list.scrollTo(model.lines().size() - 1);
            });
        }
    }

    private void copy() {
        CopyButton.copy(model.text(chosen()));
    }

    /** The selected lines, else all that are shown. */
    private List<Response.LogLine> chosen() {
        List<Response.LogLine> selected =
                list.getSelectionModel().getSelectedIndices().stream()
                        .sorted()
                        .map(model.lines()::get)
                        .toList();
        return selected.isEmpty() ? List.copyOf(model.lines()) : selected;
    }

    /** Goes to the search field. */
    public void search() {
        search.begin("");
        search.text().selectAll();
    }
}
