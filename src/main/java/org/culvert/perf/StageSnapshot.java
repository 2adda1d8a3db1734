package org.culvert.perf;

import java.util.EnumMap;
import java.util.Map;

/**
 * Nanoseconds and entries of each stage.
 *
 * @param nanos by stage
 * @param counts by stage
 */
public record StageSnapshot(Map<Stage, Long> nanos, Map<Stage, Long> counts) {
    /** Nothing measured. */
    public static final StageSnapshot NONE = new StageSnapshot(Map.of(), Map.of());

    /** Copies its maps. */
    public StageSnapshot {
        nanos = Map.copyOf(nanos);
        counts = Map.copyOf(counts);
    }

    /** This and {@code other} together. */
    public StageSnapshot plus(StageSnapshot other) {
        var sum = this;
        for (Stage stage : Stage.values()) {
            sum =
                    sum.plus(
                            stage,
                            other.nanos.getOrDefault(stage, 0L),
                            other.counts.getOrDefault(stage, 0L));
        }
        return sum;
    }

    /** The part of all time, idle or not, that {@code stage} takes, 0..1. */
    public double share(Stage stage) {
        long wall = nanos.values().stream().mapToLong(Long::longValue).sum();
        return wall == 0 ? 0 : (double) nanos.getOrDefault(stage, 0L) / wall;
    }

    /** Nanoseconds of one entry; 0 where there was none. */
    public long mean(Stage stage) {
        long count = counts.getOrDefault(stage, 0L);
        return count == 0 ? 0 : nanos.getOrDefault(stage, 0L) / count;
    }

    StageSnapshot plus(Stage stage, long moreNanos, long moreCounts) {
        var allNanos = new EnumMap<Stage, Long>(Stage.class);
        allNanos.putAll(nanos);
        allNanos.merge(stage, moreNanos, Long::sum);
        var allCounts = new EnumMap<Stage, Long>(Stage.class);
        allCounts.putAll(counts);
        allCounts.merge(stage, moreCounts, Long::sum);
        return new StageSnapshot(allNanos, allCounts);
    }
}
