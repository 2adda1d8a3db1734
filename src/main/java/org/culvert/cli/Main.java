package org.culvert.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** {@code culvertctl}: the command line, with the user's own rights. */
public final class Main {
    private Main() {}

    /** Runs one command and exits with the code of the contract. */
    public static void main(String[] args) {
        var out =
                new PrintStream(
                        new java.io.FileOutputStream(java.io.FileDescriptor.out),
                        true,
                        StandardCharsets.UTF_8);
        System.exit(run(List.of(args), out));
    }

    private static int run(List<String> args, PrintStream out) {
        var terminal = new Terminal(out, System.err, Locale.getDefault());
        try {
            return Command.parse(args).run(terminal);
        } catch (Usage usage) {
            terminal.complain(usage.in(terminal.locale()));
            System.err.println(terminal.words("try"));
            return Usage.EXIT;
        }
    }
}
