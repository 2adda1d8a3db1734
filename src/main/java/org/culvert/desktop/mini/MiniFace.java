package org.culvert.desktop.mini;

import org.culvert.desktop.connection.Connections;
import org.culvert.desktop.connection.Headline;
import org.culvert.desktop.connection.Situation;
import org.culvert.desktop.look.Look;
import org.culvert.desktop.look.Numbers;
import org.culvert.desktop.traffic.LiveNumbers;
import org.culvert.desktop.traffic.Totals;
import org.culvert.desktop.traffic.Track;
import org.culvert.failure.FailureText;
import org.culvert.ipc.Connection;
import org.culvert.ipc.State;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Everything the mini window says at one moment.
 *
 * @param name whose tunnel it is
 * @param state gives shape and colour
 * @param line how it stands
 * @param button what the button does
 * @param failure why it does not work, empty where it does
 * @param flow what has flowed, while there is a tunnel
 */
record MiniFace(
        String name,
        State state,
        String line,
        Headline.Button button,
        String failure,
        Optional<Flow> flow) {
    /** The numbers of a tunnel; the DNS servers are the tunnel's own or the system's. */
    record Flow(LiveNumbers numbers, String down, String up, boolean ownDns) {}

    /** Neither a profile nor a tunnel. */
    static MiniFace none(Look look) {
        return new MiniFace(
                look.text("app.name"),
                State.OFF,
                look.text("mini.empty"),
                Headline.Button.CONNECT,
                "",
                Optional.empty());
    }

    static MiniFace of(String name, Connections connections, Look look) {
        Situation situation = connections.of(name);
        Headline headline = Headline.of(situation, look);
        return new MiniFace(
                name,
                situation.state(),
                line(situation, headline, look),
                headline.button(),
                failure(situation, look),
                situation
                        .connection()
                        .filter(connection -> situation.busy())
                        .map(connection -> flow(connection, connections, look)));
    }

    /** The headline's words, shorter where they would be too wide. */
    private static String line(Situation situation, Headline headline, Look look) {
        return switch (situation.state()) {
            case ON -> lasting(situation, look);
            case DEGRADED ->
                    situation.failure().isPresent()
                            ? headline.line()
                            : look.text(
                                    "row.degraded",
                                    look.numbers().span(Headline.lasting(situation, look)));
            case OFF, NEED_USER, CONNECTING, RECONNECTING, BLOCKED, FAILED -> headline.line();
        };
    }

    private static String lasting(Situation situation, Look look) {
        Duration up =
                situation
                        .connection()
                        .map(c -> look.since(Instant.ofEpochMilli(c.since())))
                        .orElse(Duration.ZERO);
        return look.text("mini.on", Numbers.clock(up));
    }

    private static String failure(Situation situation, Look look) {
        return situation
                .failure()
                .filter(failure -> !situation.busy())
                .map(failure -> FailureText.of(failure, look.texts().locale()).title())
                .orElse("");
    }

    private static Flow flow(Connection connection, Connections connections, Look look) {
        Optional<Track> track = connections.track(connection.profile());
        Totals all = Totals.of(connection, track);
        return new Flow(
                LiveNumbers.of(connection, track, look),
                Numbers.total(all.in()).toString(),
                Numbers.total(all.out()).toString(),
                !connection.dns().isEmpty());
    }

    /** Whether there is a tunnel or an attempt at one. */
    boolean busy() {
        return flow.isPresent() || button != Headline.Button.CONNECT;
    }
}
