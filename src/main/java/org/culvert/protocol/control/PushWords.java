package org.culvert.protocol.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Options and words of pushed text: commas outside quotes, then shell-like words (protocol 7.2).
 */
final class PushWords {
    private static final int MOST_WORDS = 16;
    private static final int LONGEST_WORD = 256;

    private PushWords() {}

    /** The options between commas that stand outside double quotes. */
    static List<String> options(String text) {
        var options = new ArrayList<String>();
        var option = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            }
            if (c == ',' && !quoted) {
                add(options, option);
            } else {
                option.append(c);
            }
        }
        add(options, option);
        return options;
    }

    /**
     * The first sixteen words of one option, up to a comment; empty where a quote stays open or a
     * word is too long.
     */
    static Optional<List<String>> words(String option) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        boolean inWord = false;
        char quote = 0;
        for (int i = 0; i < option.length(); i++) {
            char c = option.charAt(i);
            if (quote == 0 && Character.isWhitespace(c)) {
                if (inWord) {
                    words.add(word.toString());
                    word.setLength(0);
                }
                inWord = false;
            } else if (quote == 0 && !inWord && (c == '#' || c == ';')) {
                break;
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
                inWord = true;
            } else if (c == quote) {
                quote = 0;
            } else if (c == '\\' && quote != '\'' && i + 1 < option.length()) {
                word.append(option.charAt(++i));
                inWord = true;
            } else {
                word.append(c);
                inWord = true;
            }
        }
        if (inWord) {
            words.add(word.toString());
        }
        boolean whole = quote == 0 && words.stream().allMatch(w -> w.length() <= LONGEST_WORD);
        return whole
                ? Optional.of(words.subList(0, Math.min(words.size(), MOST_WORDS)))
                : Optional.empty();
    }

    private static void add(List<String> options, StringBuilder option) {
        if (!option.toString().isBlank()) {
            options.add(option.toString().strip());
        }
        option.setLength(0);
    }
}
