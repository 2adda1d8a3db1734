package org.culvert.desktop.connection;

import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

import org.culvert.desktop.traffic.LastSession;
import org.culvert.desktop.traffic.Mark;
import org.culvert.desktop.traffic.Totals;
import org.culvert.desktop.traffic.Track;
import org.culvert.failure.Failure;
import org.culvert.failure.FailureCode;
import org.culvert.ipc.Connection;
import org.culvert.ipc.State;
import org.culvert.perf.TrafficSample;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * All connections by the name of their profile, and what each has left behind. Knows no node, no
 * thread and no socket; used on one thread.
 */
public final class Connections {
    private final InstantSource clock;
    private final Map<String, Situation> told = new LinkedHashMap<>();
    private final Map<String, Failure> stopped = new HashMap<>();
    private final Set<String> starting = new HashSet<>();
    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, Track> tracks = new HashMap<>();
    private final Map<String, Track> earlier = new HashMap<>();
    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();

    /** No connections, by the system's clock. */
    public Connections() {
        this(InstantSource.system());
    }

    /** No connections. */
    public Connections(InstantSource clock) {
        this.clock = clock;
    }

    /** Grows with each change of a situation; samples do not count. */
    public ReadOnlyLongProperty revision() {
        return revision.getReadOnlyProperty();
    }

    /** How the profile called {@code name} stands. */
    public Situation of(String name) {
        Optional<Situation> said = Optional.ofNullable(told.get(name));
        if (said.filter(Situation::busy).isPresent()) {
            return said.get();
        }
        if (starting.contains(name)) {
            return Situation.STARTING;
        }
        Optional<Situation> stop = Optional.ofNullable(stopped.get(name)).map(Situation::stopped);
        return stop.or(() -> said).orElse(Situation.OFF);
    }

    /** All connections that the helper has told. */
    public List<Connection> all() {
        return told.values().stream().flatMap(s -> s.connection().stream()).toList();
    }

    /**
     * The traffic of the profile's connection, also when it is over; that of the one before where
     * the last came to nothing.
     */
    public Optional<Track> track(String name) {
        Optional<Track> last = Optional.ofNullable(ids.get(name)).map(tracks::get);
        boolean nothing = last.flatMap(LastSession::of).isEmpty() && !of(name).busy();
        return nothing ? Optional.ofNullable(earlier.get(name)).or(() -> last) : last;
    }

    /** Takes the helper's list, which is always whole. */
    public void tell(List<Connection> connections) {
        var before = new HashMap<>(told);
        told.keySet().retainAll(connections.stream().map(Connection::profile).toList());
        for (Connection now : connections) {
            Optional<Connection> was =
                    Optional.ofNullable(before.get(now.profile())).flatMap(Situation::connection);
            if (was.filter(old -> old.id().equals(now.id())).isEmpty()) {
                begin(now);
            }
            note(was, now);
            told.put(now.profile(), Situation.told(now, clock.millis()));
        }
        changed();
    }

    /** A helper that was started anew counts its connections from the beginning again. */
    private void begin(Connection now) {
        Optional.ofNullable(ids.get(now.profile()))
                .map(tracks::get)
                .filter(track -> LastSession.of(track).isPresent())
                .ifPresent(track -> earlier.put(now.profile(), track));
        ids.values().remove(now.id());
        ids.put(now.profile(), now.id());
        tracks.remove(now.id());
        starting.remove(now.profile());
        stopped.remove(now.profile());
    }

    /** The helper answers: that it did not is no failure any more. */
    public void reached() {
        stopped.values().removeIf(why -> why.code().exitCode() == FailureCode.HLP_1.exitCode());
        changed();
    }

    /** The helper is gone: nothing is known any more. */
    public void forget() {
        told.clear();
        starting.clear();
        changed();
    }

    private void note(Optional<Connection> before, Connection now) {
        State was = before.map(Connection::state).orElse(now.state());
        boolean up = now.state() == State.ON || now.state() == State.DEGRADED;
        boolean wasUp = was == State.ON || was == State.DEGRADED;
        if (up && !wasUp) {
            boolean back = was == State.RECONNECTING || was == State.BLOCKED;
            mark(now, back ? Mark.Kind.BACK : Mark.Kind.CONNECTED);
            if (back
                    && !Objects.equals(before.map(Connection::remote).orElse(null), now.remote())) {
                mark(now, Mark.Kind.SERVER_CHANGED);
            }
        } else if (wasUp && (now.state() == State.RECONNECTING || now.state() == State.BLOCKED)) {
            mark(now, Mark.Kind.LOST);
        }
    }

    private void mark(Connection connection, Mark.Kind kind) {
        trackOf(connection.id()).mark(new Mark(connection.since(), kind));
    }

    /**
     * The whole past of a connection: an hour in seconds, then five minutes in tenths. What was
     * known of a connection of which nobody knows any more stays.
     */
    public void past(String id, List<TrafficSample> hour, List<TrafficSample> minutes) {
        Track track = trackOf(id);
        if (!hour.isEmpty() || !minutes.isEmpty()) {
            track.renew();
        }
        hour.forEach(track.history()::addPast);
        minutes.forEach(track.history()::add);
        changed();
    }

    /** A tenth of a second. */
    public void sample(String id, TrafficSample sample) {
        trackOf(id).history().add(sample);
    }

    /** What has flowed since the connection began. */
    public void totals(String id, Totals totals) {
        trackOf(id).totals(totals);
    }

    private Track trackOf(String id) {
        return tracks.computeIfAbsent(id, none -> new Track());
    }

    /** The profile called {@code name} is about to be connected. */
    void start(String name) {
        stopped.remove(name);
        starting.add(name);
        changed();
    }

    /** The attempt at {@code name} is over before the helper began it. */
    void stop(String name, Optional<Failure> failure) {
        starting.remove(name);
        failure.ifPresent(why -> stopped.put(name, why));
        changed();
    }

    /** Whoever looked at the failure of {@code name} has seen it. */
    public void seen(String name) {
        if (stopped.remove(name) != null) {
            changed();
        }
    }

    private void changed() {
        revision.set(revision.get() + 1);
    }
}
