package org.culvert.helper;

import org.culvert.failure.Failure;
import org.culvert.failure.Phrase;
import org.culvert.ipc.Connection;
import org.culvert.platform.NetworkEvents;
import org.culvert.spec.ConnectSpec;
import org.culvert.tunnel.Machine;
import org.culvert.tunnel.TunnelRunner;
import org.culvert.tunnel.TunnelStatus;
import org.culvert.tunnel.TunnelWatcher;

import java.nio.file.attribute.UserPrincipal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** All tunnels of this machine; each belongs to the user who asked for it. Safe for threads. */
final class Tunnels {
    private final Machine machine;
    private final Diary diary;
    private final Callers callers;
    private final Map<String, LiveTunnel> tunnels = new LinkedHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private int next = 1;

    Tunnels(Machine machine, Diary diary, Callers callers) {
        this.machine = machine;
        this.diary = diary;
        this.callers = callers;
    }

    /**
     * Starts a tunnel. Those that have failed or are being taken down make room; one of the same
     * name goes on, with what is asked now if it blocks.
     */
    synchronized Optional<Failure> connect(UserPrincipal caller, ConnectSpec spec) {
        tunnels.values().removeIf(Tunnels::over);
        List<LiveTunnel> running =
                tunnels.values().stream().filter(t -> !t.runner().isEnding()).toList();
        Optional<Failure> obstacle =
                running.stream()
                        .flatMap(other -> obstacle(other, caller, spec).stream())
                        .findFirst();
        if (obstacle.isEmpty()) {
            running.stream()
                    .filter(other -> other.profile().equals(spec.profile()))
                    .findFirst()
                    .ifPresentOrElse(same -> goOn(same, spec), () -> start(caller, spec));
        }
        return obstacle;
    }

    /** One that blocks lets no other pass; one that has all traffic lets no other have it. */
    private Optional<Failure> obstacle(LiveTunnel other, UserPrincipal caller, ConnectSpec spec) {
        if (!callers.owns(caller, other.owner())) {
            return Optional.of(new Failure.NotAllowed(Phrase.of(Phrase.Kind.OF_ANOTHER)));
        }
        if (other.profile().equals(spec.profile())) {
            return Optional.empty();
        }
        if (blocks(other)) {
            return Optional.of(new Failure.TrafficBlocked());
        }
        return spec.routing().redirect() && other.hasAllTraffic()
                ? Optional.of(new Failure.AllTrafficTaken())
                : Optional.empty();
    }

    private static void goOn(LiveTunnel tunnel, ConnectSpec spec) {
        if (blocks(tunnel)) {
            tunnel.runner().connectAgain(spec);
        }
    }

    private void start(UserPrincipal caller, ConnectSpec spec) {
        String id = "c" + next++;
        var runner = new TunnelRunner(id, spec, machine, new Watcher(caller));
        tunnels.put(id, new LiveTunnel(id, caller, spec, runner));
        runner.connect();
    }

    /** The tunnels that {@code caller} may see. */
    synchronized List<LiveTunnel> of(UserPrincipal caller) {
        return tunnels.values().stream().filter(t -> callers.owns(caller, t.owner())).toList();
    }

    /** Those of them with that name; all where none is given. */
    List<LiveTunnel> of(UserPrincipal caller, Optional<String> profile) {
        return of(caller).stream()
                .filter(t -> profile.isEmpty() || profile.get().equals(t.profile()))
                .toList();
    }

    synchronized List<LiveTunnel> all() {
        return List.copyOf(tunnels.values());
    }

    /** Whether {@code caller} may see what is {@code owner}'s. */
    boolean sees(UserPrincipal caller, UserPrincipal owner) {
        return callers.owns(caller, owner);
    }

    List<Connection> report(UserPrincipal caller) {
        return of(caller).stream().map(Reports::connection).toList();
    }

    /** Takes one down; one that is over already is forgotten. */
    void disconnect(LiveTunnel tunnel) {
        if (over(tunnel)) {
            synchronized (this) {
                tunnels.remove(tunnel.id());
            }
            tell();
        } else {
            tunnel.runner().disconnect();
        }
    }

    /** Tells every tunnel what has happened to this machine's network. */
    void networkChanged(Set<NetworkEvents.Notice> notices) {
        for (LiveTunnel tunnel : all()) {
            if (notices.contains(NetworkEvents.Notice.UPLINK)) {
                tunnel.runner().networkChanged();
            }
            tunnel.runner().networkTouched();
        }
    }

    void listen(Runnable listener) {
        listeners.add(listener);
    }

    void leave(Runnable listener) {
        listeners.remove(listener);
    }

    /** Takes all down and waits. */
    void close() throws InterruptedException {
        for (LiveTunnel tunnel : all()) {
            tunnel.runner().disconnect();
        }
        for (LiveTunnel tunnel : all()) {
            tunnel.runner().join(8000);
        }
    }

    private static boolean blocks(LiveTunnel tunnel) {
        return tunnel.runner().status().phase() == TunnelStatus.Phase.BLOCKED;
    }

    private static boolean isUnseenFailure(TunnelRunner runner) {
        return runner.status().failure().isPresent() && !runner.isEnding();
    }

    private static boolean over(LiveTunnel tunnel) {
        TunnelStatus.Phase phase = tunnel.runner().status().phase();
        return phase == TunnelStatus.Phase.FAILED || tunnel.runner().isOver();
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }

    private final class Watcher implements TunnelWatcher {
        private final UserPrincipal owner;

        private Watcher(UserPrincipal owner) {
            this.owner = owner;
        }

        @Override
        public void changed(TunnelStatus status) {
            tell();
        }

        @Override
        public void diary(String line) {
            diary.write(owner, line);
        }

        @Override
        public void finished() {
            synchronized (Tunnels.this) {
                tunnels.values().removeIf(t -> t.runner().isOver() && !isUnseenFailure(t.runner()));
            }
            tell();
        }
    }
}
