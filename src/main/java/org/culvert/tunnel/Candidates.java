package org.culvert.tunnel;

import org.culvert.net.Endpoint;
import org.culvert.net.IpAddress;
import org.culvert.spec.Remote;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The servers that are still to be tried in this round, and what their names meant so far. */
final class Candidates {
    private final Deque<Remote> remotes = new ArrayDeque<>();
    private final Deque<Endpoint> endpoints = new ArrayDeque<>();
    private final Map<Remote, List<IpAddress>> known = new HashMap<>();
    private Optional<Remote> current = Optional.empty();

    /** Begins a round. */
    void restart(List<Remote> all) {
        endpoints.clear();
        remotes.clear();
        remotes.addAll(all);
    }

    /** An address that is left of the remote at hand. */
    Optional<Endpoint> nextEndpoint() {
        return Optional.ofNullable(endpoints.pollFirst());
    }

    /** The next remote, which is at hand from now on. */
    Optional<Remote> nextRemote() {
        Optional<Remote> next = Optional.ofNullable(remotes.pollFirst());
        current = next.or(() -> current);
        return next;
    }

    /** The remote at hand; empty before the first. */
    Optional<Remote> current() {
        return current;
    }

    /** The name of the remote at hand has these addresses. */
    void resolved(List<IpAddress> addresses) {
        Remote asked = current.orElseThrow();
        known.put(asked, List.copyOf(addresses));
        addresses.forEach(address -> endpoints.add(new Endpoint(address, asked.port())));
    }

    /** What the name of the remote at hand meant when it was last asked for. */
    List<IpAddress> earlier() {
        return current.map(remote -> known.getOrDefault(remote, List.of())).orElse(List.of());
    }
}
