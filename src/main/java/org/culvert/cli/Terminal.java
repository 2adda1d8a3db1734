package org.culvert.cli;

import org.culvert.failure.Failure;
import org.culvert.failure.FailureText;

import java.io.PrintStream;
import java.util.Locale;

/** Where words go, and in which language. */
record Terminal(PrintStream out, PrintStream err, Locale locale) {
    void say(String line) {
        out.println(line);
    }

    /** Says something on the error stream that has no code. */
    void complain(String line) {
        err.println("culvertctl: " + line);
    }

    /** Says why on the error stream and gives the exit code. */
    int fail(Failure failure) {
        FailureText words = FailureText.of(failure, locale);
        err.println(failure.code().text() + "  " + words.title());
        err.println("        " + words.text());
        return failure.code().exitCode();
    }
}
