package org.culvert.desktop.look;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;

/** The words of the window in one language: English, or Simplified Chinese. */
public final class Texts {
    private final Properties words;
    private final Locale locale;

    private Texts(Properties words, Locale locale) {
        this.words = words;
        this.locale = locale;
    }

    /** The language nearest to {@code locale}. */
    public static Texts of(Locale locale) {
        boolean chinese = locale.getLanguage().equals("zh");
        return new Texts(
                read(chinese ? "texts_zh_CN.properties" : "texts.properties"),
                chinese ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH);
    }

    /** The language of these words, for dates. */
    public Locale locale() {
        return locale;
    }

    /** The text of {@code key}; an unknown key is a fault of the build. */
    public String get(String key) {
        String text = words.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("no text for " + key);
        }
        return text;
    }

    /** The text of {@code key} with {@code {0}}, {@code {1}}, ... replaced. */
    public String get(String key, Object... values) {
        String pattern = get(key);
        var text = new StringBuilder();
        int at = 0;
        for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', at)) {
            int close = pattern.indexOf('}', open);
            int index = Integer.parseInt(pattern, open + 1, close, 10);
            text.append(pattern, at, open).append(values[index]);
            at = close + 1;
        }
        return text.append(pattern.substring(at)).toString();
    }

    /** All keys, for the test that compares languages. */
    Set<String> keys() {
        return words.stringPropertyNames();
    }

    private static Properties read(String name) {
        var words = new Properties();
        try (InputStream octets = Texts.class.getResourceAsStream(name)) {
            if (octets == null) {
                throw new IllegalStateException(name + " is missing");
            }
            words.load(new InputStreamReader(octets, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
        return words;
    }
}
