package org.culvert.cli;

import java.io.Console;
import java.util.Optional;

/** The terminal that a person types on, where there is one. */
final class Keyboard {
    private Keyboard() {}

    /** Empty where input does not come from a terminal. */
    static Optional<Console> get() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal);
    }
}
