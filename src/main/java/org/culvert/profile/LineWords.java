package org.culvert.profile;

import java.util.ArrayList;
import java.util.List;

/**
 * The one tokenizer: words of a line by the reference's rules (quotes only open at a word's start).
 */
final class LineWords {
    /** What came of a line. */
    record Result(List<String> words, boolean openQuote, boolean badBackslash) {}

    private LineWords() {}

    static Result of(String line) {
        var words = new ArrayList<String>();
        int at = 0;
        boolean badBackslash = false;
        while (true) {
            at = skipWhite(line, at);
            if (at >= line.length() || line.charAt(at) == '#' || line.charAt(at) == ';') {
                return new Result(words, false, badBackslash);
            }
            char first = line.charAt(at);
            char quote = first == '"' || first == '\'' ? first : 0;
            var word = new StringBuilder();
            int i = quote == 0 ? at : at + 1;
            for (; i < line.length(); i++) {
                char c = line.charAt(i);
                if (quote == 0 ? isWhite(c) : c == quote) {
                    break;
                }
                if (c == '\\' && quote != '\'') {
                    badBackslash |= !escapes(line, i + 1);
                    if (escapes(line, i + 1)) {
                        i++;
                    }
                }
                word.append(line.charAt(i));
            }
            if (quote != 0 && i >= line.length()) {
                return new Result(words, true, badBackslash);
            }
            words.add(word.toString());
            at = quote == 0 ? i : i + 1;
        }
    }

    private static boolean escapes(String line, int at) {
        return at < line.length()
                && (line.charAt(at) == '\\' || line.charAt(at) == '"' || isWhite(line.charAt(at)));
    }

    private static int skipWhite(String line, int from) {
        int at = from;
        while (at < line.length() && isWhite(line.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isWhite(char c) {
        return c == ' ' || c == '\t' || c == '\u000b' || c == '\f' || c == '\r';
    }
}
