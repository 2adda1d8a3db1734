package org.culvert.desktop.look;

import org.culvert.ipc.State;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;

/**
 * The outline of a state on a grid of 24, filled by the even-odd rule: the same in header, list and
 * tray. Drawn by {@code icons/StatePaths.java}.
 *
 * @param still the part that stands, may be empty
 * @param turning the part that turns while something is under way, may be empty
 */
public record StateShape(String still, String turning) {
    private static final Map<State, StateShape> SHAPES = read();

    /** The shape of {@code state}. */
    public static StateShape of(State state) {
        return SHAPES.getOrDefault(state, new StateShape("", ""));
    }

    /** Both parts in one path. */
    public String whole() {
        return still + turning;
    }

    /** The style class that colours {@code state}: ok, warn, bad, busy or muted. */
    public static String role(State state) {
        return switch (state) {
            case OFF -> "muted";
            case CONNECTING, RECONNECTING -> "busy";
            case ON -> "ok";
            case DEGRADED, NEED_USER -> "warn";
            case BLOCKED, FAILED -> "bad";
        };
    }

    private static Map<State, StateShape> read() {
        var paths = new Properties();
        try (InputStream octets = StateShape.class.getResourceAsStream("states.properties")) {
            if (octets == null) {
                throw new IllegalStateException("states.properties is missing");
            }
            Reader text = new InputStreamReader(octets, StandardCharsets.UTF_8);
            paths.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var shapes = new EnumMap<State, StateShape>(State.class);
        for (State state : State.values()) {
            String name = name(state);
            shapes.put(
                    state,
                    new StateShape(
                            paths.getProperty(name + ".still", ""),
                            paths.getProperty(name + ".turning", "")));
        }
        return shapes;
    }

    private static String name(State state) {
        return state == State.NEED_USER
                ? "needUser"
                : state.name().toLowerCase(java.util.Locale.ROOT);
    }
}
