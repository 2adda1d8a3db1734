package org.culvert.desktop.prompt;

import org.culvert.ipc.Connection;
import org.culvert.ipc.State;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Which question is shown: one at a time, the shown one first, each answered once. */
final class PromptQueue {
    private final Set<Integer> answered = new HashSet<>();
    private Optional<Integer> shown = Optional.empty();

    /** The connection whose question is to be shown now. */
    Optional<Connection> next(List<Connection> connections) {
        List<Connection> waiting =
                connections.stream()
                        .filter(c -> c.prompt() != null && !answered.contains(id(c)))
                        .toList();
        Optional<Connection> next =
                waiting.stream()
                        .filter(c -> shown.equals(Optional.of(id(c))))
                        .findFirst()
                        .or(() -> waiting.stream().findFirst());
        shown = next.map(PromptQueue::id);
        return next;
    }

    private static int id(Connection connection) {
        return Objects.requireNonNull(connection.prompt()).promptId();
    }

    /** The question {@code prompt} has its answer. */
    void answered(int prompt) {
        answered.add(prompt);
    }

    /** Whether {@code connection} may ask again for what was typed before. */
    static boolean mayAskAgain(Connection connection) {
        return connection.state() == State.CONNECTING
                || connection.state() == State.NEED_USER
                || connection.state() == State.RECONNECTING;
    }
}
