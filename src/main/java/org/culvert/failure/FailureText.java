package org.culvert.failure;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The sentences of a failure, in English or Simplified Chinese: what happened, and why most likely
 * with what to do. A text names the components of its failure in braces. Texts of a server are
 * shown in one line, without control characters.
 *
 * @param title what happened, without a full stop
 * @param text why, and what to do; may be empty
 */
public record FailureText(String title, String text) {
    private static final String BUNDLE = "org.culvert.failure.failures";
    private static final int MOST_QUOTED = 200;
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]+");

    /** The sentences of {@code failure} in the language nearest to {@code locale}. */
    public static FailureText of(Failure failure, Locale locale) {
        ResourceBundle words = words(locale);
        Map<String, String> details = details(failure, words);
        String name = failure.getClass().getSimpleName();
        return new FailureText(
                filled(words.getString(name + ".title"), details),
                filled(words.getString(name + ".text"), details).strip());
    }

    /** {@code phrase} in the language nearest to {@code locale}. */
    public static String of(Phrase phrase, Locale locale) {
        return said(phrase, words(locale));
    }

    /** One line for a log or a terminal: code, title, text. */
    public static String line(Failure failure, Locale locale) {
        FailureText sentences = of(failure, locale);
        String line = failure.code().text() + " " + sentences.title();
        return sentences.text().isEmpty() ? line : line + ". " + sentences.text();
    }

    /** {@code text} of another side as it may be shown: one line, bounded, nothing unseen in it. */
    public static String quoted(String text) {
        String line = UNSEEN.matcher(text).replaceAll(" ").strip();
        return line.length() <= MOST_QUOTED ? line : line.substring(0, MOST_QUOTED) + "…";
    }

    private static ResourceBundle words(Locale locale) {
        boolean chinese = locale.getLanguage().equals("zh");
        return ResourceBundle.getBundle(BUNDLE, chinese ? Locale.CHINESE : Locale.ENGLISH);
    }

    private static Map<String, String> details(Failure failure, ResourceBundle words) {
        var details = new HashMap<String, String>();
        for (RecordComponent component : failure.getClass().getRecordComponents()) {
            try {
                Object value = component.getAccessor().invoke(failure);
                details.put(component.getName(), shown(value, component.getName(), words));
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("component " + component, e);
            }
        }
        return details;
    }

    private static String shown(Object value, String name, ResourceBundle words) {
        return switch (value) {
            case String text -> quoted(text);
            case Phrase phrase -> said(phrase, words);
            case Instant instant -> date(instant);
            case FileKind kind -> words.getString("FileKind." + kind);
            case Failure.LimitReached.Limit limit -> words.getString("Limit." + limit);
            case Boolean yes -> yes ? words.getString("if." + name) : "";
            case Failure.Place place when place.line() > 0 ->
                    filled(
                            words.getString("Place"),
                            Map.of(
                                    "file", quoted(place.file()),
                                    "line", Integer.toString(place.line())));
            case Failure.Place place -> quoted(place.file());
            case Optional<?> some -> some.map(inner -> shown(inner, name, words)).orElse("");
            case List<?> all ->
                    all.stream().map(Object::toString).collect(Collectors.joining(", "));
            default -> value.toString();
        };
    }

    /** Words for one detail alone, as those of an error number, go before the general ones. */
    private static String said(Phrase phrase, ResourceBundle words) {
        var details = new HashMap<String, String>();
        for (int i = 0; i < phrase.details().size(); i++) {
            details.put(Integer.toString(i), quoted(phrase.details().get(i)));
        }
        String known = "Phrase." + phrase.kind() + "." + details.get("0");
        boolean of = words.containsKey(known);
        return filled(words.getString(of ? known : "Phrase." + phrase.kind()), details);
    }

    private static String date(Instant instant) {
        return DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC).format(instant);
    }

    private static String filled(String pattern, Map<String, String> details) {
        Matcher place = PLACE.matcher(pattern);
        return place.replaceAll(match ->
                Matcher.quoteReplacement(details.getOrDefault(match.group(1), match.group())));
    }
}
