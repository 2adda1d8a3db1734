package org.culvert.desktop.profiles;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

import org.culvert.desktop.look.Beat;
import org.culvert.desktop.look.Look;
import org.culvert.desktop.look.Parts;

/**
 * The list of profiles of a narrow window: opens below the title, closes when a profile is taken,
 * by Escape and by a click beside it. Lies over the whole window.
 */
public final class ProfileDropDown extends StackPane {
    private static final double WIDTH = 320;
    private static final double HEIGHT = 444;

    private final ProfileList list;
    private Runnable after = () -> {};

    /** A closed drop-down with {@code foot} below its rows. */
    public ProfileDropDown(
            Look look, ProfileListModel model, ProfileDeeds deeds, Beat beat, Node foot) {
        list = new ProfileList(look, model, new ClosingDeeds(deeds, this::close), beat);
        list.getChildren().add(foot);
        list.getStyleClass().add("drop-down");
        list.setMaxSize(WIDTH, HEIGHT);
        list.setOnMouseClicked(event -> {
            event.consume();
            if (ProfileList.onEntry(event.getTarget())) {
                close();
            }
        });
        StackPane.setAlignment(list, Pos.TOP_LEFT);
        getChildren().add(list);
        setOnMouseClicked(event -> close());
        addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE) {
                        event.consume();
                        close();
                    }
                });
        Parts.show(this, false);
    }

    /** Opens with its corner at {@code x}, {@code y} of the window; {@code closed} runs at last. */
    public void open(double x, double y, Runnable closed) {
        after = closed;
        StackPane.setMargin(list, new Insets(y, 0, 12, x));
        Parts.show(this, true);
        toFront();
        list.focusRows();
    }

    /** Closes it. */
    public void close() {
        if (isVisible()) {
            Parts.show(this, false);
            after.run();
        }
    }
}
