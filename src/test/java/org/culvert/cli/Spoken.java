package org.culvert.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Runs one command and keeps what it says. */
record Spoken(int exit, String out, String err) {
    static Spoken run(ScriptedHelper helper, String... words) throws Usage {
        var all = new ArrayList<>(List.of("--socket", helper.socket().toString()));
        all.addAll(List.of(words));
        return run(Locale.UK, all.toArray(String[]::new));
    }

    static Spoken run(Locale locale, String... words) throws Usage {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int exit = Command.parse(List.of(words)).run(terminal(out, err, locale));
        return new Spoken(
                exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static Terminal terminal(
            ByteArrayOutputStream out, ByteArrayOutputStream err, Locale locale) {
        return new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                locale);
    }
}
