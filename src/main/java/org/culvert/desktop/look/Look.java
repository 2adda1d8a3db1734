package org.culvert.desktop.look;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/**
 * What every view needs: words, numbers, the scheme and the time. The clock comes in, so that
 * pictures and tests can stop it.
 */
public record Look(Texts texts, Numbers numbers, Theme theme, Clock clock) {
    /** A look in the language of {@code texts}. */
    public static Look of(Texts texts, Theme theme, Clock clock) {
        return new Look(texts, new Numbers(texts), theme, clock);
    }

    /** The text of {@code key}. */
    public String text(String key) {
        return texts.get(key);
    }

    /** The text of {@code key} with its places filled. */
    public String text(String key, Object... values) {
        return texts.get(key, values);
    }

    /** Milliseconds since 1970. */
    public long now() {
        return clock.millis();
    }

    /** The time from {@code start} to now, never negative. */
    public Duration since(Instant start) {
        Duration since = Duration.between(start, clock.instant());
        return since.isNegative() ? Duration.ZERO : since;
    }

    /** A time of day: {@code 14:32:07}. */
    public String timeOfDay(long millis) {
        return at(millis).format(DateTimeFormatter.ofPattern("HH:mm:ss", texts.locale()));
    }

    /** A time of day: {@code 14:32}. */
    public String hourAndMinute(long millis) {
        return at(millis).format(DateTimeFormatter.ofPattern("HH:mm", texts.locale()));
    }

    /** A time of day, with its seconds where {@code fine}. */
    public String clock(long millis, boolean fine) {
        return fine ? timeOfDay(millis) : hourAndMinute(millis);
    }

    /** A date: {@code 3 Mar 2027}. */
    public String date(Instant instant) {
        return instant.atZone(clock.getZone())
                .format(DateTimeFormatter.ofPattern(texts.get("pattern.date"), texts.locale()));
    }

    /** A day as people say it: today, yesterday, or a date. */
    public String day(Instant instant) {
        LocalDate day = LocalDate.ofInstant(instant, clock.getZone());
        LocalDate today = LocalDate.now(clock);
        if (day.equals(today)) {
            return texts.get("day.today");
        }
        return day.equals(today.minusDays(1)) ? texts.get("day.yesterday") : date(instant);
    }

    private ZonedDateTime at(long millis) {
        return Instant.ofEpochMilli(millis).atZone(clock.getZone());
    }
}
