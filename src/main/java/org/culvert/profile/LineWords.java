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
    private boolean marks;
    private int at;

    private LineWords(String line, boolean literal) {
        this.line = line;
        this.literal = literal;
    }

    /**
     * What came of a line.
     *
     * @param words up to the flaw, where there is one
     * @param marks an unquoted word has a {@code #} or {@code ;} inside
     */
    record Result(List<String> words, Optional<Problem.Kind> flaw, boolean marks) {}

    static Result of(String line) {
        return new LineWords(line, false).read();
    }

    /** The same with every backslash as a letter, as people write the paths of Windows. */
    static Result literally(String line) {
        return new LineWords(line, true).read();
    }

    private Result read() {
        while (flaw.isEmpty() && isAtWord()) {
            words.add(word());
            if (words.size() > MOST_WORDS) {
                flaw = Optional.of(Problem.Kind.TOO_MANY_WORDS);
            }
        }
        return new Result(words, flaw, marks);
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
        var word = new StringBuilder();
        while (at < line.length() && !ends(line.charAt(at), quote)) {
            if (line.charAt(at) == '\\' && quote != '\'' && !literal) {
                escape();
            }
            if (at < line.length()) {
                word.append(line.charAt(at++));
            }
        }
        close(quote, word);
        return word.toString();
    }

    private static boolean ends(char c, char quote) {
        return quote == 0 ? isWhite(c) : c == quote;
    }

    private void escape() {
        boolean known = at + 1 < line.length() && isEscapable(line.charAt(at + 1));
        if (!known) {
            flaw = Optional.of(Problem.Kind.BAD_BACKSLASH);
        }
        at++;
    }

    private void close(char quote, StringBuilder word) {
        if (word.length() > LONGEST_WORD) {
            flaw = Optional.of(Problem.Kind.WORD_TOO_LONG);
        } else if (quote != 0 && at >= line.length()) {
            flaw = Optional.of(Problem.Kind.OPEN_QUOTE);
        } else if (quote != 0) {
            at++;
        } else {
            marks |= word.indexOf("#") >= 0 || word.indexOf(";") >= 0;
        }
    }

    private static boolean isEscapable(char c) {
        return c == '\\' || c == '"' || isWhite(c);
    }

    private static boolean isWhite(char c) {
        return c == ' ' || c == '\t' || c == '\u000b' || c == '\f' || c == '\r' || c == 0;
    }
}
