package org.culvert.cli;

import java.util.Locale;

/** The arguments make no command. */
final class Usage extends Exception {
    /** Exit code of the contract. */
    static final int EXIT = 2;

    private static final long serialVersionUID = 1;

    private final String key;
    private final transient Object[] details;

    /** Says the words of {@code key} about {@code details}. */
    Usage(String key, Object... details) {
        super(words(Locale.ENGLISH, key, details));
        this.key = key;
        this.details = details;
    }

    /** What is wrong, in the language nearest to {@code locale}. */
    String in(Locale locale) {
        return words(locale, key, details);
    }

    private static String words(Locale locale, String key, Object... details) {
        return new Words(locale).of("usage." + key, details);
    }
}
