package org.culvert.desktop;

import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;

import org.culvert.desktop.look.Fonts;

import java.util.Optional;

/** The toolkit's way in: loads the faces, then opens the desk. */
public final class App extends Application {
    private static Optional<Start> start = Optional.empty();

    private Optional<Desk> desk = Optional.empty();

    /** What the toolkit cannot pass on. */
    record Start(Arguments arguments, Settings settings, Places places, Optional<Doorbell> bell) {}

    /** Made by the toolkit. */
    public App() {}

    /** Keeps what {@link #start} will need; the toolkit makes its own instance. */
    static void prepare(Start given) {
        start = Optional.of(given);
    }

    @Override
    public void start(Stage stage) throws Exception {
        Platform.setImplicitExit(false);
        Fonts.load();
        Start given = start.orElseThrow();
        var opened = new Desk(stage, given, getHostServices()::showDocument);
        desk = Optional.of(opened);
        opened.open();
        given.bell()
                .ifPresent(
                        bell -> bell.answer(words -> Platform.runLater(() -> opened.ring(words))));
    }

    @Override
    public void stop() {
        desk.ifPresent(Desk::close);
    }
}
