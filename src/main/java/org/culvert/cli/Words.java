package org.culvert.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** The words of the command line, in English or Simplified Chinese. */
final class Words {
    private final ResourceBundle bundle;

    /** The words in the language nearest to {@code locale}. */
    Words(Locale locale) {
        boolean chinese = locale.getLanguage().equals("zh");
        bundle =
                ResourceBundle.getBundle(
                        "org.culvert.cli.words", chinese ? Locale.CHINESE : Locale.ENGLISH);
    }

    /** The words of {@code key}, filled with {@code details}. */
    String of(String key, Object... details) {
        String words = bundle.getString(key);
        for (int i = 0; i < details.length; i++) {
            words = words.replace("{" + i + "}", details[i].toString());
        }
        return words;
    }

    /** The words of {@code key}, if there are any. */
    Optional<String> known(String key) {
        return bundle.containsKey(key) ? Optional.of(bundle.getString(key)) : Optional.empty();
    }

    /** {@code text} and as many spaces as fill {@code cells}; an ideograph takes two of them. */
    static String padded(String text, int cells) {
        int taken = text.codePoints().map(c -> Character.isIdeographic(c) ? 2 : 1).sum();
        return text + " ".repeat(Math.max(0, cells - taken));
    }
}
