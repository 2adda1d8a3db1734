package org.culvert.desktop.profiles;

import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.culvert.desktop.link.ProfileCard;
import org.culvert.desktop.look.Beat;
import org.culvert.desktop.look.Icon;
import org.culvert.desktop.look.Look;
import org.culvert.desktop.look.Parts;
import org.culvert.desktop.look.SearchField;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Search, import and all profiles: the sidebar of a wide window, a drop-down of a narrow one. */
public final class ProfileList extends VBox {
    private static final KeyCombination UNDO =
            new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);

    private final ProfileListModel model;
    private final ProfileDeeds deeds;
    private final ProfileMenu menus;
    private final SearchField search;
    private final ListView<Row> list = new ListView<>();
    private final List<ProfileCell> cells = new ArrayList<>();
    private Optional<ContextMenu> open = Optional.empty();

    /** A list of {@code model}'s profiles; its rows live with {@code beat}. */
    public ProfileList(Look look, ProfileListModel model, ProfileDeeds deeds, Beat beat) {
        this.model = model;
        this.deeds = deeds;
        menus = new ProfileMenu(look, model, deeds);
        search = new SearchField(look, look.text("search.prompt"), model.query());
        list.setId("profiles");
        list.getStyleClass().add("rows");
        list.setAccessibleText(look.text("sidebar.all"));
        list.setCellFactory(view -> cell(look));
        list.setItems(model.rows());
        var plus = Parts.icon(Icon.PLUS, look.text("sidebar.import"), deeds::importFile, "boxed");
        plus.setId("import");
        HBox.setHgrow(search, Priority.ALWAYS);
        var top = new HBox(search, plus);
        top.getStyleClass().add("top");
        getChildren().addAll(top, body(look));
        listen(beat);
    }

    private StackPane body(Look look) {
        Label nothing = Parts.wrapped("", "muted");
        nothing.setId("nothing-found");
        var bar = new UndoBar(look, model, deeds::connect);
        var body = new StackPane(list, nothing, bar);
        StackPane.setAlignment(nothing, Pos.TOP_LEFT);
        StackPane.setMargin(nothing, new Insets(14, 20, 0, 20));
        StackPane.setAlignment(bar, Pos.BOTTOM_CENTER);
        StackPane.setMargin(bar, new Insets(0, 12, 10, 12));
        VBox.setVgrow(body, Priority.ALWAYS);
        model.rows().subscribe(() -> say(nothing));
        model.query().subscribe(typed -> say(nothing));
        return body;
    }

    private void say(Label nothing) {
        Optional<String> sentence = model.nothingFound();
        nothing.setText(sentence.orElse(""));
        Parts.show(nothing, sentence.isPresent());
        list.setVisible(sentence.isEmpty());
    }

    private ProfileCell cell(Look look) {
        var cell = new ProfileCell(look, model);
        cells.add(cell);
        return cell;
    }

    private void listen(Beat beat) {
        beat.count().subscribe(now -> refresh());
        model.selected().subscribe(now -> follow());
        model.rows().addListener((ListChangeListener<Row>) change -> follow());
        model.renaming()
                .subscribe((was, is) -> {
                    refresh();
                    if (is.isEmpty()) {
                        list.requestFocus();
                    }
                });
        list.getSelectionModel()
                .selectedIndexProperty()
                .subscribe((was, is) -> selected(was.intValue(), is.intValue()));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::listKey);
        list.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
        list.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        list.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::menu);
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::searchKey);
    }

    /** Says again how each profile stands. */
    public void refresh() {
        cells.forEach(ProfileCell::refresh);
    }

    /** Goes to the search field. */
    public void search() {
        search.begin("");
        search.text().selectAll();
    }

    /** Goes to the selected row. */
    public void focusRows() {
        list.requestFocus();
    }

    /** Lets the list select what the model has selected. */
    private void follow() {
        int wanted = model.selected().get().map(this::indexOf).orElse(-1);
        if (wanted != list.getSelectionModel().getSelectedIndex()) {
            list.getSelectionModel().clearAndSelect(wanted);
            list.scrollTo(Math.max(0, wanted - 3));
        }
    }

    private int indexOf(ProfileCard card) {
        int own = model.rows().indexOf(new Row.Entry(card));
        return own >= 0 ? own : indexOfGroup(card);
    }

    private int indexOfGroup(ProfileCard card) {
        for (int i = 0; i < model.rows().size(); i++) {
            if (model.rows().get(i) instanceof Row.Group group && group.members().contains(card)) {
                return i;
            }
        }
        return -1;
    }

    /** The list has moved its selection; titles are passed over. */
    private void selected(int was, int is) {
        if (is < 0 || is >= model.rows().size()) {
            return;
        }
        switch (model.rows().get(is)) {
            case Row.Entry(ProfileCard card) -> model.select(card);
            case Row.Group group when !group.open() -> {
                boolean inside =
                        model.selected().get().filter(group.members()::contains).isPresent();
                if (!inside) {
                    model.select(group.last());
                }
            }
            case Row.Section _, Row.Group _ -> {
                int next = is < was && is > 0 ? is - 1 : is + 1;
                list.getSelectionModel().clearAndSelect(next);
            }
        }
    }

    private void listKey(KeyEvent event) {
        Optional<ProfileCard> card = model.selected().get();
        if (card.isEmpty() || model.renaming().get().isPresent()) {
            return;
        }
        if (UNDO.match(event)) {
            model.undo();
            event.consume();
            return;
        }
        boolean mine =
                switch (event.getCode()) {
                    case ENTER -> run(() -> deeds.toggle(card.get()));
                    case F2 -> run(() -> model.startRenaming(card.get()));
                    case DELETE -> run(() -> model.remove(card.get()));
                    case RIGHT -> model.toggleSelected(true);
                    case LEFT -> model.toggleSelected(false);
                    default -> false;
                };
        if (mine) {
            event.consume();
        }
    }

    private static boolean run(Runnable deed) {
        deed.run();
        return true;
    }

    /** Letters typed on the list search. */
    private void typed(KeyEvent event) {
        String letters = event.getCharacter();
        boolean plain =
                !letters.isBlank()
                        && !Character.isISOControl(letters.charAt(0))
                        && !event.isShortcutDown()
                        && !event.isAltDown();
        if (plain && model.renaming().get().isEmpty()) {
            search.begin(letters);
            event.consume();
        }
    }

    private void searchKey(KeyEvent event) {
        boolean mine =
                switch (event.getCode()) {
                    case ESCAPE -> !model.query().get().isEmpty() && run(this::endSearch);
                    case DOWN -> run(list::requestFocus);
                    case ENTER ->
                            model.nothingFound().isEmpty()
                                    && run(() -> model.selected().get().ifPresent(deeds::toggle));
                    default -> false;
                };
        if (mine) {
            event.consume();
        }
    }

    private void endSearch() {
        search.text().clear();
        list.requestFocus();
    }

    private void clicked(MouseEvent event) {
        if (event.getClickCount() == 2 && onEntry(event.getTarget())) {
            model.selected().get().ifPresent(deeds::toggle);
        }
    }

    /** Whether an event hit a profile rather than a title or the room below. */
    static boolean onEntry(Object target) {
        javafx.scene.Node node = target instanceof javafx.scene.Node hit ? hit : null;
        while (node != null && !(node instanceof ProfileCell)) {
            node = node.getParent();
        }
        return node instanceof ProfileCell cell
                && (cell.getItem() instanceof Row.Entry || cell.getItem() instanceof Row.Group);
    }

    private void menu(ContextMenuEvent event) {
        open.ifPresent(ContextMenu::hide);
        Optional<ProfileCard> card = model.selected().get();
        if (card.isEmpty() || (!event.isKeyboardTrigger() && !onEntry(event.getTarget()))) {
            return;
        }
        ContextMenu menu = menus.of(card.get());
        open = Optional.of(menu);
        if (event.isKeyboardTrigger()) {
            menu.show(anchor(card.get()), Side.BOTTOM, 12, -8);
        } else {
            menu.show(list, event.getScreenX(), event.getScreenY());
        }
        event.consume();
    }

    private javafx.scene.Node anchor(ProfileCard card) {
        return cells.stream()
                .filter(cell -> new Row.Entry(card).equals(cell.getItem()))
                .<javafx.scene.Node>map(cell -> cell)
                .findFirst()
                .orElse(list);
    }
}
