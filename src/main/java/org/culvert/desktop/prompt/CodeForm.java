package org.culvert.desktop.prompt;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

import org.culvert.desktop.look.Fields;
import org.culvert.desktop.look.Look;
import org.culvert.desktop.look.Parts;
import org.culvert.failure.FailureText;
import org.culvert.prompt.Answer;
import org.culvert.prompt.Question;
import org.culvert.secret.Secret;

/** A code that the server asks for in its own words; blanks between digits do not matter. */
final class CodeForm implements PromptForm {
    private final VBox view = new VBox(6);
    private final TextField text;
    private final Node start;

    CodeForm(Look look, Question.Challenge challenge) {
        String words = FailureText.quoted(challenge.text());
        if (!words.isEmpty()) {
            view.getChildren().add(Parts.wrapped(look.text("prompt.serverAsks", words)));
        }
        String name = look.text("prompt.code");
        if (challenge.echo()) {
            text = new TextField();
            text.setId("prompt-code");
            start = text;
            view.getChildren().add(Fields.named(name, text, Fields.framed(text)));
        } else {
            var field = new SecretField(look, "prompt-code", name);
            text = field.text();
            start = field.begin();
            view.getChildren().add(field);
        }
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public Node first() {
        text.selectAll();
        return start;
    }

    @Override
    public ObservableValue<Boolean> ready() {
        return text.textProperty().map(typed -> !typed.isEmpty());
    }

    @Override
    public Answer answer() {
        return new Answer.Text(secret());
    }

    /** What was typed; whoever takes it closes it. */
    Secret secret() {
        return Secret.ofUtf8(tidy(text.getCharacters()));
    }

    /** Digits without the blanks that authenticator apps put between them. */
    static CharSequence tidy(CharSequence typed) {
        boolean digits = typed.chars().allMatch(c -> Character.isDigit(c) || c == ' ');
        if (!digits) {
            return typed;
        }
        var tidy = new StringBuilder();
        typed.chars().filter(c -> c != ' ').forEach(c -> tidy.append((char) c));
        return tidy;
    }

    @Override
    public void wipe() {
        text.clear();
    }
}
