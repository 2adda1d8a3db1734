package org.culvert.cli;

/** What {@code culvertctl help} prints. */
final class Help {
    private Help() {}

    static int print(Terminal terminal) {
        terminal.say(terminal.words("help"));
        return 0;
    }
}
