package org.culvert.desktop.prompt;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

import org.culvert.desktop.look.Look;
import org.culvert.prompt.Answer;

/** The passphrase of the profile's private key. */
final class PassphraseForm implements PromptForm {
    private final SecretField field;

    PassphraseForm(Look look) {
        field = new SecretField(look, "prompt-passphrase", look.text("prompt.passphrase"));
    }

    @Override
    public Node view() {
        return field;
    }

    @Override
    public Node first() {
        return field.begin();
    }

    @Override
    public ObservableValue<Boolean> ready() {
        return field.text().textProperty().map(typed -> !typed.isEmpty());
    }

    @Override
    public Answer answer() {
        return new Answer.Text(field.secret());
    }

    @Override
    public void wipe() {
        field.text().clear();
    }
}
