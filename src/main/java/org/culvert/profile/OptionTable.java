package org.culvert.profile;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The options that anybody knows, one row each, as data. */
public final class OptionTable {
    private static final Map<String, Row> ROWS = load();

    /**
     * One option.
     *
     * @param inConnection whether it may stand in a {@code <connection>} block
     * @param inline whether it may be an inline block
     */
    public record Row(String name, Verdict verdict, boolean inConnection, boolean inline) {}

    private OptionTable() {}

    /** The row of {@code name}; names are case sensitive. */
    public static Row of(String name) {
        return ROWS.getOrDefault(name, new Row(name, Verdict.UNKNOWN, false, false));
    }

    /** The names of all options. */
    static Stream<String> names() {
        return ROWS.keySet().stream();
    }

    /** How many options the table knows. */
    public static int size() {
        return ROWS.size();
    }

    private static Map<String, Row> load() {
        var stream = Objects.requireNonNull(OptionTable.class.getResourceAsStream("options.txt"));
        try (var lines =
                new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" ", -1))
                    .map(OptionTable::row)
                    .collect(Collectors.toUnmodifiableMap(Row::name, row -> row));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(String[] words) {
        return new Row(
                words[0],
                Verdict.valueOf(words[1]),
                words[2].contains("C"),
                words[2].contains("I"));
    }
}
