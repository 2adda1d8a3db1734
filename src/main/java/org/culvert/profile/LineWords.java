package org.culvert.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The one tokenizer: the words of one line by the reference's rules (C: {@code parse_line}). A
 * quote and a comment begin only where a word could.
 */
final class LineWords {
    private static final int LONGEST_WORD = 8 * 1024;
    private static final int MOST_WORDS = 1024;

    private final String line;
    private final boolean literal;
    private final List<String> words = new ArrayList<>();
    private Optional<Problem.Kind> flaw = Optional.empty();
    private int begin;
    private int flawed;
    private int mark;
    private int at;

    private LineWords(String line, boolean literal) {
        this.line = line;
        this.literal = literal;
    }

    /**
     * What came of a line.
     *
     * @param words up to the flaw, where there is one
     * @param begin where the first word begins, from 1
     * @param flawed where the flaw is, from 1
     * @param mark where an unquoted word has a {@code #} or {@code ;} inside, from 1; 0: nowhere
     */
    record Result(
            List<String> words, int begin, Optional<Problem.Kind> flaw, int flawed, int mark) {}

    static Result of(String line) {
        return new LineWords(line, false).read();
    }

    /** The same with every backslash as a letter, as people write the paths of Windows. */
    static Result literally(String line) {
        return new LineWords(line, true).read();
    }

    private Result read() {
        while (flaw.isEmpty() && isAtWord()) {
            begin = begin == 0 ? at + 1 : begin;
            words.add(word());
            if (words.size() > MOST_WORDS) {
                flaw(Problem.Kind.TOO_MANY_WORDS, at);
            }
        }
        return new Result(words, begin, flaw, flawed, mark);
    }

    /** Skips white space; an escaped blank is one too, and a backslash protects no comment. */
    private boolean isAtWord() {
        while (at < line.length()) {
            boolean escaped = line.charAt(at) == '\\' && !literal && at + 1 < line.length();
            char meant = line.charAt(escaped ? at + 1 : at);
            if (!isWhite(meant)) {
                return meant != '#' && meant != ';';
            }
            at += escaped ? 2 : 1;
        }
        return false;
    }

    private String word() {
        char first = line.charAt(at);
        char quote = first == '"' || first == '\'' ? first : 0;
        at += quote == 0 ? 0 : 1;
        int start = at;
        var word = new StringBuilder();
        while (at < line.length() && !ends(line.charAt(at), quote)) {
            if (line.charAt(at) == '\\' && quote != '\'' && !literal) {
                escape();
            }
            if (at < line.length()) {
                word.append(line.charAt(at++));
            }
        }
        close(quote, start, word);
        return word.toString();
    }

    private static boolean ends(char c, char quote) {
        return quote == 0 ? isWhite(c) : c == quote;
    }

    private void escape() {
        boolean known = at + 1 < line.length() && isEscapable(line.charAt(at + 1));
        if (!known) {
            flaw(Problem.Kind.BAD_BACKSLASH, at + 1);
        }
        at++;
    }

    private void close(char quote, int start, StringBuilder word) {
        if (word.length() > LONGEST_WORD) {
            flaw(Problem.Kind.WORD_TOO_LONG, start + 1);
        } else if (quote != 0 && at >= line.length()) {
            flaw(Problem.Kind.OPEN_QUOTE, start);
        } else if (quote != 0) {
            at++;
        } else if (mark == 0 && (word.indexOf("#") >= 0 || word.indexOf(";") >= 0)) {
            mark = start + 1 + Math.max(word.indexOf("#"), word.indexOf(";"));
        }
    }

    private void flaw(Problem.Kind kind, int column) {
        flaw = Optional.of(kind);
        flawed = column;
    }

    private static boolean isEscapable(char c) {
        return c == '\\' || c == '"' || isWhite(c);
    }

    private static boolean isWhite(char c) {
        return c == ' ' || c == '\t' || c == '\u000b' || c == '\f' || c == '\r' || c == 0;
    }
}
