package org.culvert.desktop.prompt;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

import org.culvert.prompt.Answer;

/** The fields of one question. What was typed stays until it is wiped. */
interface PromptForm {
    /** The fields. */
    Node view();

    /** Where typing starts: the field that was wrong, else the first empty one. */
    Node first();

    /** Whether it can be answered. */
    ObservableValue<Boolean> ready();

    /** What was typed; whoever takes it wipes it. */
    Answer answer();

    /** Forgets what was typed. */
    void wipe();
}
