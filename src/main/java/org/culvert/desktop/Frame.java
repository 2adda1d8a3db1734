package org.culvert.desktop;

import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;

import org.culvert.desktop.look.AppIcon;
import org.culvert.desktop.look.Look;

import java.util.function.BooleanSupplier;

/**
 * The window's frame: its size, and what closing means. It hides where a tray shows our item, and
 * stays on the task bar where none does: the only way back is never lost. A try-out, which lasts as
 * long as its window, sets {@value #CLOSING_ENDS}.
 */
final class Frame {
    private static final String CLOSING_ENDS = "culvert.closing.ends";

    private final Stage stage;
    private final BooleanSupplier tray;

    /** {@code tray} says whether our item can be seen. */
    Frame(Look look, Stage stage, Parent contents, Settings settings, BooleanSupplier tray) {
        this.stage = stage;
        this.tray = tray;
        var scene = new Scene(contents, settings.width(), settings.height());
        look.theme().dress(scene);
        FirstFrame.of(scene);
        stage.setScene(scene);
        stage.setTitle(look.text("app.name"));
        stage.getIcons().setAll(AppIcon.images());
        stage.setMinWidth(Settings.MIN_WIDTH);
        stage.setMinHeight(Settings.MIN_HEIGHT);
        stage.setOnCloseRequest(event -> {
            event.consume();
            close();
        });
    }

    Scene scene() {
        return stage.getScene();
    }

    boolean isShowing() {
        return stage.isShowing();
    }

    /** No tray shows our item: a window that is hidden goes to the task bar. */
    void keepInReach() {
        if (!stage.isShowing()) {
            stage.setIconified(true);
            stage.show();
        }
    }

    /** Does as the button in its corner does. */
    void close() {
        if (Boolean.getBoolean(CLOSING_ENDS)) {
            Platform.exit();
        } else {
            shut();
        }
    }

    /** Puts it away. */
    private void shut() {
        if (tray.getAsBoolean()) {
            stage.hide();
        } else {
            stage.setIconified(true);
        }
    }

    /** Brings it before everything else. */
    void raise() {
        stage.show();
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
    }

    /** {@code settings} with the size that it has now. */
    Settings sized(Settings settings) {
        return settings.sized(scene().getWidth(), scene().getHeight());
    }
}
