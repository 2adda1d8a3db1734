package org.culvert.desktop.connection;

import org.culvert.desktop.look.Look;
import org.culvert.ipc.Connection;
import org.culvert.ipc.State;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The line of words that says how a profile stands, and the one button beside it.
 *
 * @param state gives shape and colour
 * @param line one line of words
 * @param button what can be done
 */
public record Headline(State state, String line, Button button) {
    /** The one button. */
    public enum Button {
        /** Starts. */
        CONNECT,
        /** Ends an attempt. */
        CANCEL,
        /** Ends the tunnel. */
        DISCONNECT
    }

    /** The headline of {@code situation} at this moment. */
    public static Headline of(Situation situation, Look look) {
        return new Headline(situation.state(), line(situation, look), button(situation.state()));
    }

    private static Button button(State state) {
        return switch (state) {
            case OFF, FAILED -> Button.CONNECT;
            case CONNECTING, NEED_USER -> Button.CANCEL;
            case ON, DEGRADED, RECONNECTING, BLOCKED -> Button.DISCONNECT;
        };
    }

    private static String line(Situation situation, Look look) {
        return switch (situation.state()) {
            case OFF -> look.text("state.off");
            case FAILED -> look.text("state.failed");
            case BLOCKED -> look.text("state.blocked");
            case NEED_USER -> look.text("state.needUser");
            case CONNECTING -> connecting(situation, look);
            case ON -> look.text("state.on", look.numbers().span(lasting(situation, look)));
            case DEGRADED ->
                    situation.failure().isPresent()
                            ? look.text("state.lacking")
                            : look.text(
                                    "state.degraded",
                                    look.numbers().span(lasting(situation, look)));
            case RECONNECTING -> reconnecting(situation, look);
        };
    }

    private static String connecting(Situation situation, Look look) {
        String lap = look.numbers().lap(StageRow.whole(situation, look));
        return look.text("state.connecting", situation.stage(), lap);
    }

    private static String reconnecting(Situation situation, Look look) {
        int attempt = situation.connection().map(Connection::attempt).orElse(1);
        Optional<Duration> wait =
                situation
                        .connection()
                        .flatMap(c -> Optional.ofNullable(c.retryAt()))
                        .map(at ->
                                Duration.between(look.clock().instant(), Instant.ofEpochMilli(at)))
                        .filter(left -> left.toMillis() > 1000);
        return wait.map(left -> look.text("state.retryIn", attempt, look.numbers().span(left)))
                .orElseGet(() -> look.text("state.reconnecting", attempt));
    }

    /** How long the state lasts. */
    public static Duration lasting(Situation situation, Look look) {
        return situation
                .connection()
                .map(c -> look.since(Instant.ofEpochMilli(c.since())))
                .orElse(Duration.ZERO);
    }
}
