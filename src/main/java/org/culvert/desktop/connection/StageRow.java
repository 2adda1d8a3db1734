package org.culvert.desktop.connection;

import org.culvert.desktop.look.Look;
import org.culvert.ipc.Connection;
import org.culvert.ipc.State;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One of the seven stages, ready to be shown.
 *
 * @param name what is done
 * @param detail what is known of it, or why it stopped
 * @param lap how long it took so far, empty before it begins
 * @param progress how far it is
 */
public record StageRow(String name, String detail, String lap, Progress progress) {
    /** How many stages there are. */
    public static final int COUNT = 7;

    /** How far a stage is. */
    public enum Progress {
        /** Done. */
        DONE,
        /** Under way. */
        RUNNING,
        /** Not begun. */
        PENDING,
        /** Stopped here. */
        STOPPED
    }

    /** All seven, for a connection that comes up or has failed. */
    public static List<StageRow> of(Situation situation, Look look) {
        var rows = new ArrayList<StageRow>();
        int reached = situation.stage();
        boolean failed = situation.state() == State.FAILED;
        for (int stage = 1; stage <= COUNT; stage++) {
            Progress progress = progress(stage, reached, failed);
            rows.add(
                    new StageRow(
                            look.text("stage." + stage),
                            detail(stage, progress, situation, look),
                            lap(stage, progress, situation, look),
                            progress));
        }
        return rows;
    }

    private static Progress progress(int stage, int reached, boolean failed) {
        if (stage < reached) {
            return Progress.DONE;
        }
        if (stage > reached) {
            return Progress.PENDING;
        }
        return failed ? Progress.STOPPED : Progress.RUNNING;
    }

    private static String lap(int stage, Progress progress, Situation situation, Look look) {
        if (progress == Progress.PENDING) {
            return "";
        }
        List<Long> laps = situation.connection().map(Connection::stageMillis).orElse(List.of());
        long lap = laps.size() >= stage ? laps.get(stage - 1) : -1;
        long since = progress == Progress.RUNNING ? sinceHeard(situation, look) : 0;
        return lap < 0 ? "" : look.numbers().lap(Duration.ofMillis(lap + since));
    }

    /** How long all stages took so far. */
    static Duration whole(Situation situation, Look look) {
        List<Long> laps = situation.connection().map(Connection::stageMillis).orElse(List.of());
        long told = laps.stream().mapToLong(lap -> Math.max(0, lap)).sum();
        return Duration.ofMillis(told + sinceHeard(situation, look));
    }

    /** The helper tells changes only; the clock of the stage under way runs on here. */
    private static long sinceHeard(Situation situation, Look look) {
        return situation.heardMillis() == 0 ? 0 : Math.max(0, look.now() - situation.heardMillis());
    }

    private static String detail(int stage, Progress progress, Situation situation, Look look) {
        return switch (progress) {
            case PENDING -> "";
            case RUNNING -> look.text("stage." + stage + ".running");
            case STOPPED -> look.text("stage.stopped");
            case DONE -> situation.connection().flatMap(c -> known(stage, c, look)).orElse("");
        };
    }

    private static Optional<String> known(int stage, Connection connection, Look look) {
        return switch (stage) {
            case 2 ->
                    Optional.ofNullable(connection.remote())
                            .map(remote ->
                                    look.text(
                                            "stage.2.done",
                                            remote,
                                            String.valueOf(connection.proto())));
            case 3 ->
                    Optional.ofNullable(Fact.tls(connection.tlsVersion()))
                            .map(version ->
                                    connection.tlsGroup() == null
                                            ? version
                                            : version + ", " + connection.tlsGroup());
            case 5 -> Optional.ofNullable(connection.cipher());
            case 6 ->
                    connection.addresses().isEmpty()
                            ? Optional.empty()
                            : Optional.of(connection.addresses().getFirst().address().toString());
            default -> Optional.empty();
        };
    }
}
