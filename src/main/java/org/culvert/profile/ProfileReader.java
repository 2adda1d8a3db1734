package org.culvert.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From the text of a profile to its options; collects every problem and stops at none. */
final class ProfileReader {
    private static final int LONGEST_LINE = 64 * 1024;
    private static final int MOST_OPTIONS = 4096;
    private static final char NO_BREAK_SPACE = '\u00a0';
    private static final Pattern TAG = Pattern.compile("<([^<>/\\s]+)>");
    private static final Pattern ONE_LINE_BLOCK =
            Pattern.compile("\\s*(?:--)?<([^<>/\\s]+)>(.*)</\\1>.*");
    private static final Pattern KEY_LINE = Pattern.compile("[A-Za-z0-9+/=]{16,}");
    private static final Pattern TYPOGRAPHIC = Pattern.compile(".*[\u2010-\u201f\u00ab\u00bb].*");

    /** Options that take the name of a file, where a backslash is one of Windows. */
    private static final Set<String> NAMES_A_FILE =
            Set.of(
                    "ca",
                    "cert",
                    "key",
                    "pkcs12",
                    "tls-auth",
                    "tls-crypt",
                    "tls-crypt-v2",
                    "extra-certs",
                    "crl-verify",
                    "auth-user-pass",
                    "askpass",
                    "config",
                    "dh",
                    "cd",
                    "log",
                    "log-append",
                    "status");

    private final List<Directive> directives = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<String> lines;
    private int at;
    private int connection;
    private int connections;
    private int connectionLine;

    private ProfileReader(List<String> lines) {
        this.lines = lines;
    }

    /** What a text says. */
    record Read(List<Directive> directives, List<Problem> problems) {}

    /** A lone CR ends no line. */
    static Read read(String text) {
        var reader = new ProfileReader(List.of(text.split("\n", -1)));
        while (reader.at < reader.lines.size()) {
            reader.line(reader.lines.get(reader.at++));
        }
        if (reader.connection > 0) {
            reader.error(
                    reader.connectionLine, "connection", Problem.Kind.OPEN_BLOCK, "</connection>");
        }
        return new Read(reader.directives, reader.problems);
    }

    private void line(String line) {
        if (line.length() > LONGEST_LINE) {
            error(at, "", Problem.Kind.LINE_TOO_LONG, "");
        } else if (line.strip().startsWith("-----BEGIN ")) {
            strayPem(line.strip());
        } else if (!oneLineBlock(line)) {
            words(at, spaced(line));
        }
    }

    private String spaced(String line) {
        if (line.indexOf(NO_BREAK_SPACE) < 0) {
            return line;
        }
        problem(at, "", Problem.Severity.NOTE, Problem.Kind.NO_BREAK_SPACE, line.strip());
        return line.replace(NO_BREAK_SPACE, ' ');
    }

    /** A certificate or key outside of a block is no list of options. */
    private void strayPem(String begin) {
        int number = at;
        String end = begin.replace("BEGIN", "END");
        int last = at;
        while (last < lines.size() && !lines.get(last).strip().equals(end)) {
            last++;
        }
        at = last < lines.size() ? last + 1 : at;
        while (at < lines.size() && KEY_LINE.matcher(lines.get(at).strip()).matches()) {
            at++;
        }
        problem(number, "", Problem.Severity.WARNING, Problem.Kind.STRAY_PEM, begin);
    }

    private boolean oneLineBlock(String line) {
        Matcher block = ONE_LINE_BLOCK.matcher(line.stripTrailing());
        if (!block.matches()) {
            return false;
        }
        inline(at, block.group(1), block.group(2));
        return true;
    }

    private void words(int number, String line) {
        LineWords.Result read = LineWords.of(line);
        if (read.flaw().isPresent()) {
            flawed(number, line, read);
            return;
        }
        if (read.words().isEmpty()) {
            return;
        }
        if (read.marks()) {
            problem(number, "", Problem.Severity.NOTE, Problem.Kind.MARK_KEPT, line.strip());
        }
        if (TYPOGRAPHIC.matcher(String.join(" ", read.words())).matches()) {
            problem(number, "", Problem.Severity.WARNING, Problem.Kind.TYPOGRAPHIC, line.strip());
        }
        statement(number, read.words());
    }

    /** The reference drops the whole line; the path of a file is read all the same. */
    private void flawed(int number, String line, LineWords.Result read) {
        Problem.Kind flaw = read.flaw().orElseThrow();
        LineWords.Result again = LineWords.literally(line);
        boolean path =
                flaw == Problem.Kind.BAD_BACKSLASH
                        && again.flaw().isEmpty()
                        && NAMES_A_FILE.contains(stripDashes(again.words().getFirst()));
        if (path) {
            problem(number, "", Problem.Severity.NOTE, Problem.Kind.BACKSLASH_KEPT, line.strip());
            statement(number, again.words());
        } else {
            error(number, "", flaw, line.strip());
        }
    }

    private void statement(int number, List<String> words) {
        String first = stripDashes(words.getFirst());
        Matcher tag = TAG.matcher(first);
        if (words.size() > 1) {
            option(number, first, words.subList(1, words.size()), false);
        } else if (tag.matches()) {
            block(number, tag.group(1));
        } else if (first.startsWith("</") && first.endsWith(">")) {
            close(number, first);
        } else {
            option(number, first, List.of(), false);
        }
    }

    /** {@code setenv opt X} is X, which may be unknown. */
    private void option(int number, String name, List<String> arguments, boolean optional) {
        boolean opt =
                name.equals("setenv")
                        && arguments.size() >= 2
                        && arguments.getFirst().equals("opt");
        if (opt) {
            List<String> rest = arguments.subList(2, arguments.size());
            option(number, stripDashes(arguments.get(1)), rest, true);
        } else {
            add(number, name, arguments, Optional.empty(), optional);
        }
    }

    private void close(int number, String tag) {
        if (tag.equals("</connection>") && connection > 0) {
            connection = 0;
        } else {
            problem(number, "", Problem.Severity.WARNING, Problem.Kind.STRAY_CLOSE, tag);
        }
    }

    private void block(int number, String name) {
        if (!name.equals("connection")) {
            body(number, name);
        } else if (connection > 0) {
            error(number, name, Problem.Kind.MISPLACED, "<connection>");
        } else {
            connection = ++connections;
            connectionLine = number;
        }
    }

    /** A close tag also ends a line; the reference would not see it there. */
    private void body(int number, String name) {
        String close = "</" + name + ">";
        var body = new StringBuilder();
        for (int i = at; i < lines.size(); i++) {
            String line = lines.get(i);
            String bare = line.strip();
            if (bare.startsWith(close) || bare.endsWith(close)) {
                body.append(line, 0, line.indexOf(close));
                at = i + 1;
                inline(number, name, body.toString());
                return;
            }
            body.append(line).append('\n');
        }
        error(number, name, Problem.Kind.OPEN_BLOCK, close);
        skipToTag();
    }

    /** What stands behind a block without an end is read again from the next tag on. */
    private void skipToTag() {
        while (at < lines.size() && !lines.get(at).strip().matches("(--)?</?[a-z0-9-]+>")) {
            at++;
        }
    }

    private void inline(int number, String name, String text) {
        boolean signIn = name.endsWith("user-pass");
        String body = signIn ? text.replaceAll("[\\p{Cntrl}&&[^\n\t]]", "") : stripped(text);
        add(number, name, List.of(), Optional.of(body), false);
    }

    private static String stripped(String text) {
        var body = new StringBuilder();
        text.stripTrailing().lines().forEach(line -> body.append(line.strip()).append('\n'));
        return body.toString();
    }

    private void add(
            int number,
            String name,
            List<String> arguments,
            Optional<String> block,
            boolean optional) {
        if (directives.size() < MOST_OPTIONS) {
            directives.add(new Directive(number, name, arguments, block, connection, optional));
        } else {
            error(number, name, Problem.Kind.TOO_MANY_OPTIONS, "");
            at = lines.size();
        }
    }

    private void error(int line, String option, Problem.Kind kind, String detail) {
        problem(line, option, Problem.Severity.ERROR, kind, detail);
    }

    private void problem(
            int line, String option, Problem.Severity severity, Problem.Kind kind, String detail) {
        problems.add(new Problem(line, option, severity, kind, detail));
    }

    private static String stripDashes(String word) {
        return word.startsWith("--") && !word.startsWith("---") ? word.substring(2) : word;
    }
}
