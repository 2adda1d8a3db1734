package org.culvert.desktop;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.culvert.desktop.connection.HeaderView;
import org.culvert.desktop.connection.Headline;
import org.culvert.desktop.connection.OverviewView;
import org.culvert.desktop.connection.ServiceMissingView;
import org.culvert.desktop.connection.Situation;
import org.culvert.desktop.link.ProfileCard;
import org.culvert.desktop.link.Service;
import org.culvert.desktop.log.LogView;
import org.culvert.desktop.look.Seen;
import org.culvert.desktop.profiles.EmptyView;
import org.culvert.desktop.profiles.ProfileDropDown;
import org.culvert.desktop.profiles.ProfileList;
import org.culvert.desktop.profiles.ProfileMenu;
import org.culvert.failure.Failure;

import java.util.Optional;

/**
 * The contents of the main window: all profiles at the left, the selected one at the right, sheets
 * above both. A narrow window has its profiles in a drop-down of the title; where there are none, a
 * drop zone stands alone.
 */
final class MainWindow extends StackPane {
    private static final double NARROW = 820;
    private static final double LOW = 600;
    private static final double SIDEBAR = 292;

    private final Models models;
    private final Deeds deeds;
    private final BorderPane frame = new BorderPane();
    private final ProfileList list;
    private final ProfileDropDown dropDown;
    private final ProfileMenu menus;
    private final VBox sidebar;
    private final Foot foot;
    private final Foot narrowFoot;
    private final HeaderView header;
    private final OverviewView overview;
    private final Page page;
    private final LogView log;
    private final EmptyView empty;
    private final ServiceMissingView missing;
    private Service service = new Service.Searching();
    private boolean narrow;
    private boolean told;

    MainWindow(Models models, Deeds deeds, OverviewView overview, EmptyView empty) {
        this.models = models;
        this.deeds = deeds;
        this.overview = overview;
        this.empty = empty;
        list = new ProfileList(models.look(), models.profiles(), deeds, models.beat());
        narrowFoot = new Foot(models.look(), deeds::menu);
        dropDown =
                new ProfileDropDown(
                        models.look(), models.profiles(), deeds, models.beat(), narrowFoot);
        menus = new ProfileMenu(models.look(), models.profiles(), deeds);
        foot = new Foot(models.look(), deeds::menu);
        sidebar = sidebar();
        header = new HeaderView(models.look(), new HeaderDeeds());
        page = new Page(header, models.tab());
        log = new LogView(models.look(), models.log());
        missing = new ServiceMissingView(models.look(), deeds::seek);
        page.add("overview", models.look().text("tab.overview"), overview);
        page.add("log", models.look().text("tab.log"), log);
        getStyleClass().add("window");
        getChildren().addAll(frame, dropDown);
        listen();
    }

    private VBox sidebar() {
        VBox.setVgrow(list, Priority.ALWAYS);
        var box = new VBox(list, foot);
        box.getStyleClass().add("sidebar");
        box.setMinWidth(SIDEBAR);
        box.setMaxWidth(SIDEBAR);
        box.setPrefWidth(SIDEBAR);
        return box;
    }

    private void listen() {
        models.profiles().selected().subscribe(card -> refresh());
        models.connections().revision().subscribe(this::changed);
        models.beat().count().subscribe(count -> refresh());
        models.beat().follow(this);
        widthProperty().subscribe(this::arrange);
        heightProperty().subscribe(height -> overview.low().set(height.doubleValue() < LOW));
        overview.low().subscribe(low -> refresh());
    }

    /** Nobody looks at a window that is put away: it says everything when it comes back. */
    private void changed() {
        if (Seen.now(this)) {
            models.beat().beat();
        }
    }

    /** Puts every part where the size of the window wants it, once it is known what there is. */
    private void arrange() {
        if (!told) {
            return;
        }
        boolean none = models.profiles().all().isEmpty();
        narrow = getWidth() > 0 && getWidth() < NARROW;
        frame.setLeft(narrow || none ? null : sidebar);
        frame.setCenter(none ? nothing() : page);
        header.narrow(narrow);
        if (!narrow) {
            dropDown.close();
        }
    }

    /** What stands where there is no profile yet. */
    private Node nothing() {
        if (service instanceof Service.Unreachable(Failure failure)) {
            missing.show(failure);
            return missing;
        }
        return empty;
    }

    /** All profiles have been told. */
    void profilesTold() {
        boolean first = !told;
        told = true;
        arrange();
        if (first) {
            list.focusRows();
        }
        refresh();
    }

    void show(Service now) {
        service = now;
        foot.show(now);
        narrowFoot.show(now);
        empty.show(now);
        arrange();
        refresh();
    }

    private void refresh() {
        models.profiles().selected().get().ifPresent(this::refresh);
    }

    private void refresh(ProfileCard card) {
        Situation situation = judged(models.connections().of(card.name()));
        overview.show(card, situation, models.connections().track(card.name()));
        header.show(card.name(), Headline.of(situation, models.look()), overview.answers());
    }

    private Situation judged(Situation situation) {
        return service instanceof Service.Unreachable(Failure why)
                ? situation.withoutService(why)
                : situation;
    }

    /** No tray shows our item, and what does its job. */
    void withoutTray() {
        String words = models.look().text("tray.none");
        empty.remark(Optional.of(words));
        models.profiles().say(words);
    }

    /** Goes to the search field: that of the log where it is shown. */
    void search() {
        if (models.tab().get() == Models.LOG_TAB) {
            log.search();
        } else if (narrow) {
            openDropDown(header);
        } else {
            list.search();
        }
    }

    private void openDropDown(Node anchor) {
        Bounds at = sceneToLocal(anchor.localToScene(anchor.getBoundsInLocal()));
        dropDown.open(at.getMinX(), at.getMaxY() + 8, anchor::requestFocus);
    }

    /** What the header's buttons do, for the profile that is selected. */
    private final class HeaderDeeds implements HeaderView.Deeds {
        @Override
        public void press(Headline.Button button) {
            models.profiles().selected().get().ifPresent(card -> press(card, button));
        }

        private void press(ProfileCard card, Headline.Button button) {
            switch (button) {
                case CONNECT -> deeds.connect(card);
                case CANCEL, DISCONNECT -> deeds.disconnect(card);
            }
        }

        @Override
        public void more(Node anchor) {
            Optional<ContextMenu> menu = models.profiles().selected().get().map(menus::of);
            menu.ifPresent(shown -> Menus.below(shown, anchor));
        }

        @Override
        public void choose(Node anchor) {
            openDropDown(anchor);
        }
    }
}
