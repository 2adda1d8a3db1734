package org.culvert.desktop.look;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Numbers as people read them: bits for rates, octets for totals, three significant digits, SI. */
public final class Numbers {
    private static final List<String> RATES =
            List.of("bit/s", "kbit/s", "Mbit/s", "Gbit/s", "Tbit/s");
    private static final List<String> TOTALS = List.of("B", "kB", "MB", "GB", "TB", "PB");

    private final Texts texts;

    /** Durations are told in the words of {@code texts}. */
    public Numbers(Texts texts) {
        this.texts = texts;
    }

    /** A rate of {@code octets} a second; under 10 bit/s it is "0". */
    public static Quantity rate(double octets) {
        double bits = octets * 8;
        if (bits < 10) {
            return new Quantity("0", "");
        }
        int power = Math.max(1, power(bits, RATES.size()));
        return new Quantity(digits(bits / Math.pow(1000, power)), RATES.get(power));
    }

    /** A total of {@code octets}. */
    public static Quantity total(long octets) {
        if (octets <= 0) {
            return new Quantity("0", "");
        }
        int power = power((double) octets, TOTALS.size());
        double value = (double) octets / Math.pow(1000, power);
        return new Quantity(power == 0 ? Long.toString(octets) : digits(value), TOTALS.get(power));
    }

    /** {@code octets} a second in the unit of {@code like}, for two numbers that share one. */
    public static String rateIn(double octets, Quantity like) {
        int power = Math.max(0, RATES.indexOf(like.unit()));
        return fraction(octets * 8 / Math.pow(1000, power));
    }

    /** {@code octets} in the unit of {@code like}, for numbers that share one. */
    public static String totalIn(long octets, Quantity like) {
        int power = Math.max(0, TOTALS.indexOf(like.unit()));
        return power == 0 ? Long.toString(octets) : fraction(octets / Math.pow(1000, power));
    }

    /** The unit that names {@code bits} a second, and its size in bits a second. */
    public static Scale scale(double bits) {
        int power = Math.max(1, power(bits, RATES.size()));
        return new Scale(RATES.get(power), Math.pow(1000, power));
    }

    /** A unit and its size. */
    public record Scale(String unit, double size) {}

    /** How long something lasted: {@code 1 h 12 min}, {@code 12 min}, {@code 38 s}. */
    public String span(Duration span) {
        long seconds = Math.max(0, span.toSeconds());
        if (seconds < 60) {
            return texts.get("span.seconds", seconds);
        }
        long minutes = seconds / 60;
        if (minutes < 60) {
            return texts.get("span.minutes", minutes);
        }
        return texts.get("span.hours", minutes / 60, minutes % 60);
    }

    /** A short span in a narrow place: {@code 1:12} hours, else as {@link #span}. */
    public String shortSpan(Duration span) {
        long minutes = span.toMinutes();
        return minutes < 60 ? span(span) : "%d:%02d".formatted(minutes / 60, minutes % 60);
    }

    /** A clock that runs: {@code 1:12:09} or {@code 12:09}. */
    public static String clock(Duration span) {
        long seconds = Math.max(0, span.toSeconds());
        String tail = "%02d:%02d".formatted(seconds / 60 % 60, seconds % 60);
        return seconds < 3600 ? tail : seconds / 3600 + ":" + tail;
    }

    /** How long a stage took: {@code 38 ms}, {@code 1.1 s}, {@code 10.0 s}. */
    public String lap(Duration lap) {
        long millis = Math.max(0, lap.toMillis());
        return millis < 1000
                ? texts.get("lap.millis", millis)
                : texts.get("lap.seconds", "%.1f".formatted(Math.floor(millis / 100.0) / 10));
    }

    private static int power(double value, int units) {
        int power = 0;
        while (power < units - 1 && value >= 999.5) {
            value /= 1000;
            power++;
        }
        return power;
    }

    private static String digits(double value) {
        int decimals = value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2;
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    private static String fraction(double value) {
        return value < 0.005 ? "0" : digits(value);
    }
}
