package org.culvert.desktop;

import javafx.scene.Node;
import javafx.scene.control.Button;

import org.culvert.desktop.connection.Connections;
import org.culvert.desktop.connection.FailureBanner;
import org.culvert.desktop.connection.OverviewView;
import org.culvert.desktop.link.ProfileCard;
import org.culvert.desktop.link.Service;
import org.culvert.desktop.look.Look;
import org.culvert.desktop.look.Scheme;
import org.culvert.desktop.profiles.EmptyView;
import org.culvert.desktop.profiles.ProfileListModel;
import org.culvert.ipc.Connection;
import org.culvert.ipc.State;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Renders the whole window in its states to {@code target/screenshots}, to be seen. */
class WindowGalleryTest {
    private static final int SELECTED = 2;

    private static final Deeds NO_DEEDS =
            new Deeds() {
                @Override
                public void toggle(ProfileCard card) {}

                @Override
                public void connect(ProfileCard card) {}

                @Override
                public void disconnect(ProfileCard card) {}

                @Override
                public void reconnect(ProfileCard card) {}

                @Override
                public void tags(ProfileCard card) {}

                @Override
                public void export(ProfileCard card, boolean inlined) {}

                @Override
                public void importFile() {}

                @Override
                public void menu(Button anchor) {}

                @Override
                public void seek() {}
            };

    @ParameterizedTest
    @CsvSource({"LIGHT,en", "DARK,en", "LIGHT,zh", "DARK,zh"})
    void theWindowIsDrawnInItsStates(Scheme scheme, String language) {
        draw("empty", scheme, language, look -> window(look, List.of(), name -> List.of()));
        draw("off", scheme, language, look -> window(look, name -> List.of()));
        draw(
                "connecting",
                scheme,
                language,
                look -> window(look, name -> told(name, State.CONNECTING, 4)));
        draw("connected", scheme, language, look -> window(look, name -> told(name, State.ON, 7)));
        draw(
                "failed",
                scheme,
                language,
                look ->
                        window(
                                look,
                                name ->
                                        List.of(
                                                Sample.connection(
                                                        name,
                                                        State.FAILED,
                                                        2,
                                                        Sample.noAnswer()))));
    }

    private static List<Connection> told(String name, State state, int stage) {
        return List.of(Sample.connection(name, state, stage, null));
    }

    private static Node window(Look look, Function<String, List<Connection>> told) {
        return window(look, Sample.cards(look.texts().locale()), told);
    }

    private static Node window(
            Look look, List<ProfileCard> cards, Function<String, List<Connection>> told) {
        var connections = new Connections(look.clock());
        var shelf = new MemoryShelf(cards);
        var models = new Models(look, connections, new ProfileListModel(look, shelf, connections));
        var overview =
                new OverviewView(look, models.graph(), new FailureBanner(look, remedy -> {}));
        var empty = new EmptyView(look, () -> {}, files -> {});
        var window = new MainWindow(models, NO_DEEDS, overview, empty);
        shelf.open(Sample.listener(models.profiles()::profiles));
        window.show(new Service.Ready("0.1.0"));
        Optional<ProfileCard> selected = cards.stream().skip(SELECTED).findFirst();
        selected.ifPresent(card -> {
            connections.tell(told.apply(card.name()));
            Sample.traffic(connections, "c-" + card.name(), Duration.ZERO);
            models.profiles().select(card);
        });
        window.profilesTold();
        return window;
    }

    private static void draw(
            String name, Scheme scheme, String language, Function<Look, Node> view) {
        DesktopGalleryTest.draw("window-" + name, scheme, language, 1000, 720, view);
    }
}
