package org.culvert.tunnel;

import org.culvert.protocol.data.Drop;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How many data packets were dropped, by reason.
 *
 * @param counts only of reasons that occurred
 */
public record DropCounts(Map<Drop, Long> counts) {
    /** Nothing was dropped. */
    public static final DropCounts NONE = new DropCounts(Map.of());

    /** Copies its map. */
    public DropCounts {
        counts = Map.copyOf(counts);
    }

    /** This and {@code later} together. */
    public DropCounts plus(DropCounts later) {
        var sum = new EnumMap<Drop, Long>(Drop.class);
        sum.putAll(counts);
        later.counts.forEach((reason, count) -> sum.merge(reason, count, Long::sum));
        return new DropCounts(sum);
    }

    /** The counts under the names that people read, for instance {@code too short}. */
    public Map<String, Long> named() {
        return counts.entrySet().stream()
                .collect(Collectors.toMap(count -> name(count.getKey()), Map.Entry::getValue));
    }

    private static String name(Drop reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
