package org.culvert.profile;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The options that anybody knows, one row each, as data: the resource {@code options.txt}. */
public final class OptionTable {
    private static final Map<String, Row> ROWS = load();

    /**
     * One option.
     *
     * @param where letters: C in a connection block, F names a file, I inline, S sure sign of a
     *     server
     * @param arguments what its words must be, see {@link Arguments}
     * @param why which sentence says why it does not act
     */
    public record Row(
            String name,
            Verdict verdict,
            String where,
            List<String> arguments,
            Optional<String> why) {
        /** Copies its list. */
        public Row {
            arguments = List.copyOf(arguments);
        }

        /** Whether it may stand in a {@code <connection>} block. */
        boolean inConnection() {
            return where.contains("C");
        }

        /** Whether it may be an inline block. */
        boolean inline() {
            return where.contains("I");
        }

        /** Whether its first word names a file. */
        boolean namesFile() {
            return where.contains("F");
        }

        /** Whether a file with it sets up a server, whatever else stands there. */
        boolean onlyServers() {
            return where.contains("S");
        }
    }

    private OptionTable() {}

    /** The row of {@code name}; names are case sensitive. */
    public static Row of(String name) {
        Row row = ROWS.get(name);
        return row != null
                ? row
                : new Row(name, Verdict.UNKNOWN, "-", List.of("any"), Optional.empty());
    }

    /** All rows. */
    static Stream<Row> rows() {
        return ROWS.values().stream();
    }

    /** The names of all options. */
    static Stream<String> names() {
        return ROWS.keySet().stream();
    }

    private static Map<String, Row> load() {
        var stream = Objects.requireNonNull(OptionTable.class.getResourceAsStream("options.txt"));
        try (var lines =
                new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" +", -1))
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
                words[2],
                List.of(words[3].split(",", -1)),
                Optional.of(words[4]).filter(why -> !why.equals("-")));
    }
}
