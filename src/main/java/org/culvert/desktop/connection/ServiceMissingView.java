package org.culvert.desktop.connection;

import javafx.geometry.Pos;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.culvert.desktop.look.CopyButton;
import org.culvert.desktop.look.Glyph;
import org.culvert.desktop.look.Icon;
import org.culvert.desktop.look.Look;
import org.culvert.desktop.look.Parts;
import org.culvert.failure.Failure;

import java.util.Optional;

/** Fills the window where the background service does not answer: why, and the command. */
public final class ServiceMissingView extends StackPane {
    private static final double WIDTH = 560;

    private final Look look;
    private final Runnable again;
    private Optional<Failure> shown = Optional.empty();

    /** An empty area; {@code again} looks for the service. */
    public ServiceMissingView(Look look, Runnable again) {
        this.look = look;
        this.again = again;
        setId("service-missing");
        getStyleClass().add("page");
    }

    /** Shows {@code failure}. */
    public void show(Failure failure) {
        if (shown.equals(Optional.of(failure))) {
            return;
        }
        shown = Optional.of(failure);
        Banner banner = Banner.of(failure, look);
        var title = Parts.wrapped(banner.title(), "title");
        var text = Parts.wrapped(banner.text(), "muted");
        var buttons = new FlowPane(10, 8);
        buttons.setAlignment(Pos.CENTER);
        var area = new VBox(12, Glyph.line(Icon.WARNING, 40, "warn"), title, text);
        HelpingCommand.of(failure)
                .ifPresent(command -> {
                    var line = Parts.wrapped(command, "mono", "command");
                    line.setId("command");
                    area.getChildren().add(line);
                    var copy =
                            CopyButton.of(
                                    look,
                                    look.text("remedy.copy_command"),
                                    () -> command,
                                    "primary");
                    copy.setId("remedy-copy_command");
                    buttons.getChildren().add(copy);
                });
        var retry = Parts.button(look.text("remedy.again"), again);
        retry.setId("remedy-again");
        buttons.getChildren().add(retry);
        area.getChildren().addAll(buttons, Parts.label(banner.code(), "small", "faint"));
        area.getStyleClass().addAll("card", "area");
        area.setMaxSize(WIDTH, USE_PREF_SIZE);
        getChildren().setAll(area);
    }
}
