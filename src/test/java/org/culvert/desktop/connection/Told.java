package org.culvert.desktop.connection;

import org.culvert.ipc.Connection;
import org.culvert.ipc.State;

import java.util.List;

/** Connections as a helper tells them. */
public final class Told {
    private Told() {}

    /** A connection of {@code profile} in that state. */
    public static Connection connection(String id, String profile, State state) {
        return new Connection(
                id, profile, state, 1, 1000, 1, null, null, null, null, null, null, null, null,
                List.of(), List.of(), List.of(), null, 0, 0, 0, 0, null, null, false, false,
                List.of(), null, null);
    }
}
