package org.culvert.desktop.prompt;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;

import org.culvert.desktop.look.Parts;
import org.culvert.prompt.Answer;

/** A question that is answered by going on. */
final class ConsentForm implements PromptForm {
    private final Label words;

    ConsentForm(String text) {
        words = Parts.wrapped(text);
    }

    @Override
    public Node view() {
        return words;
    }

    @Override
    public Node first() {
        return words;
    }

    @Override
    public ObservableValue<Boolean> ready() {
        return new SimpleBooleanProperty(true);
    }

    @Override
    public Answer answer() {
        return new Answer.Accepted();
    }

    @Override
    public void wipe() {}
}
