package org.culvert.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From the text of a profile to its options; collects every problem and stops at none. */
final class ProfileReader {
    private static final int LONGEST_LINE = 64 * 1024;

    private final List<Directive> directives = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<String> lines;
    private int at;
    private int connection;
    private int connections;

    private ProfileReader(List<String> lines) {
        this.lines = lines;
    }

    /** What a text says. */
    record Read(List<Directive> directives, List<Problem> problems) {}

    static Read read(String text) {
        var reader = new ProfileReader(text.lines().toList());
        while (reader.at < reader.lines.size()) {
            reader.line(reader.lines.get(reader.at++));
        }
        return new Read(reader.directives, reader.problems);
    }

    private void line(String line) {
        int number = at;
        if (line.length() > LONGEST_LINE) {
            problem(number, "", Problem.Kind.LINE_TOO_LONG, "");
            return;
        }
        LineWords.Result result = LineWords.of(line);
        if (result.openQuote()) {
            problem(number, "", Problem.Kind.OPEN_QUOTE, line.strip());
        }
        if (result.badBackslash()) {
            problems.add(
                    new Problem(
                            number,
                            "",
                            Problem.Severity.NOTE,
                            Problem.Kind.BAD_BACKSLASH,
                            line.strip()));
        }
        if (!result.words().isEmpty()) {
            words(number, result.words());
        }
    }

    private void words(int number, List<String> words) {
        String first = stripDashes(words.getFirst());
        boolean tag = first.startsWith("<") && first.endsWith(">") && words.size() == 1;
        if (!tag) {
            option(number, first, words.subList(1, words.size()));
        } else if (first.equals("<connection>")) {
            connection = ++connections;
        } else if (first.equals("</connection>")) {
            connection = 0;
        } else if (!first.startsWith("</")) {
            block(number, first.substring(1, first.length() - 1));
        }
    }

    /** {@code setenv opt X} is judged as X. */
    private void option(int number, String name, List<String> arguments) {
        boolean opt =
                name.equals("setenv")
                        && arguments.size() >= 2
                        && arguments.getFirst().equals("opt");
        if (opt) {
            option(number, stripDashes(arguments.get(1)), arguments.subList(2, arguments.size()));
            return;
        }
        directives.add(new Directive(number, name, arguments, Optional.empty(), connection));
    }

    /** A close tag also ends a line; the reference would not see it there. */
    private void block(int number, String name) {
        var body = new StringBuilder();
        String close = "</" + name + ">";
        while (at < lines.size()) {
            String line = lines.get(at++);
            int end =
                    line.strip().startsWith(close) ? line.indexOf(close) : line.lastIndexOf(close);
            if (end >= 0) {
                body.append(line, 0, end);
                directives.add(
                        new Directive(
                                number, name, List.of(), Optional.of(body.toString()), connection));
                return;
            }
            body.append(line).append('\n');
        }
        problem(number, name, Problem.Kind.OPEN_BLOCK, close);
    }

    private void problem(int line, String option, Problem.Kind kind, String detail) {
        problems.add(new Problem(line, option, Problem.Severity.ERROR, kind, detail));
    }

    private static String stripDashes(String word) {
        return word.startsWith("--") && !word.startsWith("---") ? word.substring(2) : word;
    }
}
