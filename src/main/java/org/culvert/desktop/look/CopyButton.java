package org.culvert.desktop.look;

import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.util.Duration;

import java.util.function.Supplier;

/** Makes buttons that put a text on the clipboard and say so for a moment. */
public final class CopyButton {
    private static final Duration SAID = Duration.seconds(2);

    private CopyButton() {}

    /** A button called {@code name} that copies {@code text}. */
    public static Button of(Look look, String name, Supplier<String> text, String... classes) {
        Button button = Parts.button(name, () -> {}, classes);
        var back = new PauseTransition(SAID);
        back.setOnFinished(event -> button.setText(name));
        button.setOnAction(event -> {
            copy(text.get());
            button.setText(look.text("button.copied"));
            back.playFromStart();
        });
        return button;
    }

    /** Puts {@code text} on the clipboard. */
    public static void copy(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
