package org.culvert.desktop;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

import org.culvert.desktop.link.ProfileCard;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The keys of the whole window. What has the focus is asked first, so that a text field keeps its
 * own keys; a sheet lets no key through.
 */
final class Keys {
    private final Map<KeyCombination, Runnable> deeds = new LinkedHashMap<>();
    private final Models models;

    private Keys(Models models) {
        this.models = models;
    }

    /** Listens in {@code frame} from now on. */
    static void listen(Models models, Doings doings, MainWindow window, Frame frame) {
        var keys = new Keys(models);
        keys.ofProfiles(doings);
        keys.ofWindow(doings, window, frame);
        frame.scene()
                .addEventHandler(
                        KeyEvent.KEY_PRESSED,
                        event -> {
                            if (keys.act(event)) {
                                event.consume();
                            }
                        });
    }

    private void ofProfiles(Doings doings) {
        plain(KeyCode.ENTER, () -> selected(doings::toggle));
        plain(KeyCode.F2, () -> selected(models.profiles()::startRenaming));
        plain(KeyCode.DELETE, () -> selected(models.profiles()::remove));
        ctrl(KeyCode.Z, models.profiles()::undo);
        ctrl(KeyCode.D, () -> selected(doings::disconnect));
        ctrl(KeyCode.R, () -> selected(doings::reconnect));
    }

    private void ofWindow(Doings doings, MainWindow window, Frame frame) {
        ctrl(KeyCode.W, frame::close);
        ctrl(KeyCode.Q, doings::quit);
        ctrl(KeyCode.M, doings::mini);
        ctrl(KeyCode.O, doings::importFile);
        ctrl(KeyCode.V, doings::paste);
        ctrl(KeyCode.F, window::search);
        question(doings::keys);
        alt(KeyCode.DIGIT1, () -> models.tab().set(Models.OVERVIEW_TAB));
        alt(KeyCode.DIGIT2, () -> models.tab().set(Models.LOG_TAB));
    }

    private void selected(Consumer<ProfileCard> deed) {
        models.profiles().selected().get().ifPresent(deed);
    }

    private void plain(KeyCode code, Runnable deed) {
        deeds.put(new KeyCodeCombination(code), deed);
    }

    private void ctrl(KeyCode code, Runnable deed) {
        deeds.put(new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN), deed);
    }

    /** Ctrl+?: layouts differ in whether that needs Shift. */
    private void question(Runnable deed) {
        deeds.put(
                new KeyCodeCombination(
                        KeyCode.SLASH, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_ANY),
                deed);
    }

    private void alt(KeyCode code, Runnable deed) {
        deeds.put(new KeyCodeCombination(code, KeyCombination.ALT_DOWN), deed);
    }

    private boolean act(KeyEvent event) {
        for (var entry : deeds.entrySet()) {
            if (entry.getKey().match(event)) {
                entry.getValue().run();
                return true;
            }
        }
        return false;
    }
}
