package org.culvert.desktop.connection;

import org.culvert.failure.Failure;
import org.culvert.ipc.Connection;
import org.culvert.ipc.State;

import java.util.List;
import java.util.Optional;

/**
 * How a profile stands, as people see it: what the helper says, or what stopped it before the
 * helper was asked.
 *
 * @param state one of the eight
 * @param connection what the helper says of it
 * @param failure why it does not work
 * @param heardMillis when the helper said so, milliseconds since 1970; 0: it did not
 */
public record Situation(
        State state, Optional<Connection> connection, Optional<Failure> failure, long heardMillis) {
    /** Nothing is under way. */
    public static final Situation OFF =
            new Situation(State.OFF, Optional.empty(), Optional.empty(), 0);

    /** Asked for, and not told to the helper yet. */
    public static final Situation STARTING =
            new Situation(State.CONNECTING, Optional.empty(), Optional.empty(), 0);

    /** Stopped before the helper was asked. */
    static Situation stopped(Failure failure) {
        return new Situation(State.FAILED, Optional.empty(), Optional.of(failure), 0);
    }

    /** As the helper said at {@code millis}. */
    static Situation told(Connection connection, long millis) {
        return new Situation(
                connection.state(),
                Optional.of(connection),
                Optional.ofNullable(connection.failure()),
                millis);
    }

    /**
     * The same where the service cannot be asked for {@code why}: what is off cannot be started.
     */
    public Situation withoutService(Failure why) {
        return state == State.OFF
                ? new Situation(state, connection, Optional.of(why), heardMillis)
                : this;
    }

    /** What a person shall read of it now; a question says by itself why it is asked. */
    Optional<Failure> trouble() {
        return switch (state) {
            case NEED_USER, ON -> Optional.empty();
            case OFF, CONNECTING, DEGRADED, RECONNECTING, BLOCKED, FAILED -> failure;
        };
    }

    /** Whether there is a tunnel, or an attempt at one. */
    public boolean busy() {
        return switch (state) {
            case OFF, FAILED -> false;
            case NEED_USER, CONNECTING, ON, DEGRADED, RECONNECTING, BLOCKED -> true;
        };
    }

    /** Whether traffic flows. */
    public boolean up() {
        return state == State.ON || state == State.DEGRADED;
    }

    /** The stage under way or where it stopped, 1..7; 0: none. */
    public int stage() {
        if (connection.isEmpty()) {
            return state == State.CONNECTING ? 1 : 0;
        }
        Integer told = connection.get().stage();
        return told != null ? told : begun(connection.get().stageMillis());
    }

    /** A failed connection has no stage any more, but the clocks of those that it had begun. */
    private int begun(List<Long> laps) {
        int last = 0;
        for (int stage = 1; stage <= laps.size() && state == State.FAILED; stage++) {
            last = laps.get(stage - 1) >= 0 ? stage : last;
        }
        return last;
    }
}
