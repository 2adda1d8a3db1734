package org.culvert.desktop.link;

import org.culvert.ipc.Connection;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Whose connections the helper told last. Safe for threads. */
final class Roster {
    private Set<String> profiles = Set.of();

    synchronized void tell(List<Connection> connections) {
        profiles =
                connections.stream()
                        .map(Connection::profile)
                        .collect(Collectors.toUnmodifiableSet());
        notifyAll();
    }

    synchronized void clear() {
        tell(List.of());
    }

    /** Waits until {@code profile} has no connection, or for so long. */
    synchronized void awaitGone(String profile, int seconds) {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        long left = end - System.nanoTime();
        while (profiles.contains(profile) && left > 0) {
            try {
                wait(left / 1_000_000 + 1);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            }
            left = end - System.nanoTime();
        }
    }
}
