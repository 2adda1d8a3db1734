package org.culvert.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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
    private static final Pattern TYPOGRAPHIC = Pattern.compile("[\u2010-\u201f\u00ab\u00bb]");

    private final List<Directive> directives = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final String file;
    private final List<String> lines;
    private final LineEnds ends;
    private int at;
    private int connection;
    private int connections;
    private Spot opened;

    private ProfileReader(String file, List<String> lines) {
        this.file = file;
        this.lines = lines;
        ends = new LineEnds(lines);
        opened = Spot.whole(file);
    }

    /** What a text says. */
    record Read(List<Directive> directives, List<Problem> problems) {}

    /** A lone CR ends no line. */
    static Read read(String file, String text) {
        var reader = new ProfileReader(file, List.of(text.split("\n", -1)));
        while (reader.at < reader.lines.size()) {
            reader.line(reader.lines.get(reader.at++));
        }
        if (reader.connection > 0) {
            reader.error(reader.opened, "connection", Problem.Kind.OPEN_BLOCK, "</connection>");
        }
        return new Read(reader.directives, reader.problems);
    }

    private void line(String line) {
        if (line.length() > LONGEST_LINE) {
            error(spot(1), "", Problem.Kind.LINE_TOO_LONG, "");
        } else if (line.strip().startsWith("-----BEGIN ")) {
            strayPem(line.strip());
        } else if (!oneLineBlock(line)) {
            words(spaced(line));
        }
    }

    private Spot spot(int column) {
        return new Spot(file, at, column);
    }

    private String spaced(String line) {
        if (line.indexOf(NO_BREAK_SPACE) < 0) {
            return line;
        }
        note(line.indexOf(NO_BREAK_SPACE) + 1, Problem.Kind.NO_BREAK_SPACE, line);
        return line.replace(NO_BREAK_SPACE, ' ');
    }

    /** A certificate or key outside of a block is no list of options. */
    private void strayPem(String begin) {
        Spot spot = spot(1);
        String end = begin.replace("BEGIN", "END");
        OptionalInt last = ends.next(end, at);
        at = last.isPresent() ? last.getAsInt() + 1 : at;
        while (at < lines.size() && KEY_LINE.matcher(lines.get(at).strip()).matches()) {
            at++;
        }
        problem(spot, "", Problem.Severity.WARNING, Problem.Kind.STRAY_PEM, begin);
    }

    private boolean oneLineBlock(String line) {
        Matcher block = ONE_LINE_BLOCK.matcher(line.stripTrailing());
        if (!block.matches()) {
            return false;
        }
        inline(spot(block.start(1)), block.group(1), block.group(2));
        return true;
    }

    private void words(String line) {
        LineWords.Result read = LineWords.of(line);
        if (read.flaw().isPresent()) {
            flawed(line, read);
            return;
        }
        if (read.words().isEmpty()) {
            return;
        }
        if (read.mark() > 0) {
            note(read.mark(), Problem.Kind.MARK_KEPT, line);
        }
        typographic(line, String.join(" ", read.words()));
        statement(spot(read.begin()), read.words());
    }

    private void typographic(String line, String words) {
        Matcher found = TYPOGRAPHIC.matcher(line);
        if (TYPOGRAPHIC.matcher(words).find() && found.find()) {
            Spot spot = spot(found.start() + 1);
            problem(spot, "", Problem.Severity.WARNING, Problem.Kind.TYPOGRAPHIC, line.strip());
        }
    }

    private void note(int column, Problem.Kind kind, String line) {
        problem(spot(column), "", Problem.Severity.NOTE, kind, line.strip());
    }

    /** The reference drops the whole line; the path of a file is read all the same. */
    private void flawed(String line, LineWords.Result read) {
        Problem.Kind flaw = read.flaw().orElseThrow();
        LineWords.Result again = LineWords.literally(line);
        boolean path =
                flaw == Problem.Kind.BAD_BACKSLASH
                        && again.flaw().isEmpty()
                        && OptionTable.of(stripDashes(again.words().getFirst())).namesFile();
        if (path) {
            note(read.flawed(), Problem.Kind.BACKSLASH_KEPT, line);
            statement(spot(again.begin()), again.words());
        } else {
            error(spot(read.flawed()), "", flaw, line.strip());
        }
    }

    private void statement(Spot spot, List<String> words) {
        String first = stripDashes(words.getFirst());
        Matcher tag = TAG.matcher(first);
        if (words.size() > 1) {
            option(spot, first, words.subList(1, words.size()), false);
        } else if (tag.matches()) {
            block(spot, tag.group(1));
        } else if (first.startsWith("</") && first.endsWith(">")) {
            close(spot, first);
        } else {
            option(spot, first, List.of(), false);
        }
    }

    /** {@code setenv opt X} is X, which may be unknown. */
    private void option(Spot spot, String name, List<String> arguments, boolean optional) {
        boolean opt =
                name.equals("setenv")
                        && arguments.size() >= 2
                        && arguments.getFirst().equals("opt");
        if (opt) {
            List<String> rest = arguments.subList(2, arguments.size());
            option(spot, stripDashes(arguments.get(1)), rest, true);
        } else {
            add(spot, name, arguments, Optional.empty(), optional);
        }
    }

    private void close(Spot spot, String tag) {
        if (tag.equals("</connection>") && connection > 0) {
            connection = 0;
        } else {
            problem(spot, "", Problem.Severity.WARNING, Problem.Kind.STRAY_CLOSE, tag);
        }
    }

    private void block(Spot spot, String name) {
        if (!name.equals("connection")) {
            body(spot, name);
        } else if (connection > 0) {
            error(spot, name, Problem.Kind.MISPLACED, "<connection>");
        } else {
            connection = ++connections;
            opened = spot;
        }
    }

    private void body(Spot spot, String name) {
        String close = "</" + name + ">";
        OptionalInt end = ends.next(close, at);
        if (end.isEmpty()) {
            error(spot, name, Problem.Kind.OPEN_BLOCK, close);
            skipToTag();
            return;
        }
        String last = lines.get(end.getAsInt());
        List<String> before = lines.subList(at, end.getAsInt());
        String text = before.isEmpty() ? "" : String.join("\n", before) + "\n";
        at = end.getAsInt() + 1;
        inline(spot, name, text + last.substring(0, last.indexOf(close)));
    }

    /** What stands behind a block without an end is read again from the next tag on. */
    private void skipToTag() {
        while (at < lines.size() && !lines.get(at).strip().matches("(--)?</?[a-z0-9-]+>")) {
            at++;
        }
    }

    private void inline(Spot spot, String name, String text) {
        boolean signIn = name.endsWith("user-pass");
        String body = signIn ? text.replaceAll("[\\p{Cntrl}&&[^\n\t]]", "") : stripped(text);
        add(spot, name, List.of(), Optional.of(body), false);
    }

    private static String stripped(String text) {
        var body = new StringBuilder();
        text.stripTrailing().lines().forEach(line -> body.append(line.strip()).append('\n'));
        return body.toString();
    }

    private void add(
            Spot spot,
            String name,
            List<String> arguments,
            Optional<String> block,
            boolean optional) {
        if (directives.size() < MOST_OPTIONS) {
            directives.add(new Directive(spot, name, arguments, block, connection, optional));
        } else {
            error(spot, name, Problem.Kind.TOO_MANY_OPTIONS, "");
            at = lines.size();
        }
    }

    private void error(Spot spot, String option, Problem.Kind kind, String detail) {
        problem(spot, option, Problem.Severity.ERROR, kind, detail);
    }

    private void problem(
            Spot spot, String option, Problem.Severity severity, Problem.Kind kind, String detail) {
        if (problems.size() < MOST_OPTIONS) {
            problems.add(new Problem(spot, option, severity, kind, detail));
        }
    }

    private static String stripDashes(String word) {
        return word.startsWith("--") && !word.startsWith("---") ? word.substring(2) : word;
    }
}
