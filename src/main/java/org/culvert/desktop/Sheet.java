package org.culvert.desktop;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.culvert.desktop.look.Parts;

/** A small sheet: a heading, contents, and buttons at the right with the first deed last. */
final class Sheet extends VBox {
    private Sheet(double width, String heading, Node content, Button... buttons) {
        getStyleClass().add("paper");
        setMaxWidth(width);
        var line = new HBox(10, Parts.spring());
        line.setAlignment(Pos.CENTER_RIGHT);
        line.getChildren().addAll(buttons);
        getChildren().addAll(Parts.wrapped(heading, "heading"), content, line);
    }

    /** Asks a question; the deed is the filled button, which does not have the focus. */
    static void ask(Sheets sheets, Question question, Runnable agreed, Runnable declined) {
        Button no = Parts.button(question.no(), () -> {});
        Button yes = Parts.button(question.yes(), () -> {}, "primary");
        no.setId("sheet-no");
        yes.setId("sheet-yes");
        var sheet =
                new Sheet(
                        460, question.heading(), Parts.wrapped(question.text(), "muted"), no, yes);
        no.setOnAction(event -> {
            sheets.close(sheet);
            declined.run();
        });
        yes.setOnAction(event -> {
            sheets.close(sheet);
            agreed.run();
        });
        sheets.open(sheet, no, declined);
    }

    /** A question and its two answers. */
    record Question(String heading, String text, String no, String yes) {}

    /** Tells something until it is closed. */
    static void tell(Sheets sheets, double width, String heading, Node content, String close) {
        Button button = Parts.button(close, () -> {});
        button.setId("sheet-close");
        var sheet = new Sheet(width, heading, content, button);
        button.setOnAction(event -> sheets.close(sheet));
        sheets.open(sheet, button, () -> {});
    }
}
