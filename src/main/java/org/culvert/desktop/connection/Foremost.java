package org.culvert.desktop.connection;

import org.culvert.desktop.link.ProfileCard;
import org.culvert.ipc.Connection;
import org.culvert.ipc.State;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * The one profile that a place for one shows: what waits for a person comes first, then what is
 * under way, then what is up, then what has failed.
 *
 * @param name the profile's name
 * @param situation how it stands
 */
public record Foremost(String name, Situation situation) {
    private static final List<State> ORDER =
            List.of(
                    State.BLOCKED,
                    State.NEED_USER,
                    State.RECONNECTING,
                    State.CONNECTING,
                    State.DEGRADED,
                    State.ON,
                    State.FAILED,
                    State.OFF);

    /**
     * The foremost of all that is not off. A tunnel without a stored profile counts too, but not
     * the failure of a profile that has gone or has another name.
     */
    public static Optional<Foremost> of(Connections connections, List<ProfileCard> profiles) {
        var names = new LinkedHashSet<String>();
        connections.all().stream().map(Connection::profile).forEach(names::add);
        List<String> stored = profiles.stream().map(ProfileCard::name).toList();
        names.addAll(stored);
        return names.stream()
                .map(name -> new Foremost(name, connections.of(name)))
                .filter(one -> one.situation().state() != State.OFF)
                .filter(one -> one.situation().busy() || stored.contains(one.name()))
                .min(Comparator.comparingInt(one -> ORDER.indexOf(one.situation().state())));
    }
}
