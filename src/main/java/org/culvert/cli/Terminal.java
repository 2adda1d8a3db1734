package org.culvert.cli;

import org.culvert.failure.Failure;
import org.culvert.failure.FailureText;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;

/** Where words go, and in which language. */
record Terminal(PrintStream out, PrintStream err, Locale locale) {
    /** The words of {@code key} in this language. */
    String words(String key, Object... details) {
        return new Words(locale).of(key, details);
    }

    /** The same; empty where there are none. */
    Optional<String> known(String key) {
        return new Words(locale).known(key);
    }

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
