package org.culvert.tunnel;

import org.culvert.failure.Failure;
import org.culvert.failure.Phrase;
import org.culvert.net.Endpoint;
import org.culvert.net.IpAddress;
import org.culvert.protocol.control.ComeBack.Advance;
import org.culvert.spec.Proxy;
import org.culvert.spec.Reach;
import org.culvert.spec.Remote;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The servers that are still to be tried in this round, and what their names meant so far. Behind a
 * proxy it is the proxy's name that counts.
 */
final class Candidates {
    private static final int USUAL_SECONDS = 10;
    private static final int SHORT_SECONDS = 4;

    private final Deque<Remote> remotes = new ArrayDeque<>();
    private final Deque<IpAddress> addresses = new ArrayDeque<>();
    private final Map<Remote, List<IpAddress>> known = new HashMap<>();
    private Optional<Remote> current = Optional.empty();
    private Optional<IpAddress> tried = Optional.empty();
    private Advance advance = Advance.REMOTE;
    private Optional<Failure> said = Optional.empty();

    /** Begins a round with the first. */
    void restart(List<Remote> all) {
        addresses.clear();
        remotes.clear();
        remotes.addAll(all);
        said = Optional.empty();
        advance = Advance.REMOTE;
    }

    /** Begins a round where the last attempt was, or behind it; it goes round to all. */
    void resume(List<Remote> all, Advance from) {
        int at = current.map(all::indexOf).orElse(-1);
        var order = new ArrayList<>(all);
        boolean beyond = from == Advance.REMOTE || (from == Advance.ADDRESS && isLast());
        Collections.rotate(order, at < 0 ? 0 : -(beyond ? at + 1 : at));
        restart(order);
        advance = at < 0 || beyond ? Advance.REMOTE : from;
    }

    /** Whether no address is behind the one that was tried. */
    private boolean isLast() {
        List<IpAddress> all = earlier();
        return tried.map(address -> all.indexOf(address) == all.size() - 1).orElse(true);
    }

    /**
     * What to say of this round after {@code failure}: that one family has no way out says less
     * than what became of the other.
     */
    Failure failed(Failure failure) {
        if (!(failure instanceof Failure.Offline) || said.isEmpty()) {
            said = Optional.of(failure);
        }
        return said.orElse(failure);
    }

    /** An address that is left of the remote at hand. */
    Optional<TunnelEffect.Open> nextAddress() {
        return Optional.ofNullable(addresses.pollFirst()).map(this::open);
    }

    /** Where the profile names no time, an address behind which another waits has less of it. */
    private TunnelEffect.Open open(IpAddress address) {
        Remote remote = current.orElseThrow();
        int port = remote.reach().proxy().map(Proxy::port).orElse(remote.port());
        int usual = addresses.isEmpty() ? USUAL_SECONDS : SHORT_SECONDS;
        int named = remote.reach().connectTimeout();
        tried = Optional.of(address);
        return new TunnelEffect.Open(
                new Endpoint(address, port), remote, named == 0 ? usual : named);
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

    /** The name to look up for the remote at hand. */
    String name() {
        Remote remote = current.orElseThrow();
        return remote.reach().proxy().map(Proxy::host).orElse(remote.host());
    }

    /** Why none of its addresses can be tried. */
    Failure unfit() {
        return new Failure.NameNotFound(name(), Phrase.of(Phrase.Kind.NO_ADDRESS_OF_FAMILY));
    }

    /** The name of the remote at hand has these addresses; the first that may be tried. */
    Optional<TunnelEffect.Open> resolved(List<IpAddress> found) {
        Remote asked = current.orElseThrow();
        known.put(asked, List.copyOf(found));
        addresses.clear();
        var fit = new ArrayList<>(found.stream().filter(family(asked)::accepts).toList());
        Collections.rotate(fit, -first(fit));
        advance = Advance.REMOTE;
        addresses.addAll(fit);
        return nextAddress();
    }

    /** With which address to begin: that of the last attempt, the one behind it, or the first. */
    private int first(List<IpAddress> fit) {
        int at = tried.map(fit::indexOf).orElse(-1);
        return switch (advance) {
            case NO -> Math.max(at, 0);
            case ADDRESS -> at + 1;
            case REMOTE -> 0;
        };
    }

    /** The way to a proxy may be of any family. */
    private static Reach.Family family(Remote remote) {
        return remote.reach().proxy().isPresent() ? Reach.Family.ANY : remote.reach().family();
    }

    /** What the name of the remote at hand meant when it was last asked for. */
    List<IpAddress> earlier() {
        return current.map(remote -> known.getOrDefault(remote, List.of())).orElse(List.of());
    }
}
