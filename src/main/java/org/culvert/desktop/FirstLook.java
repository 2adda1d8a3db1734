package org.culvert.desktop;

import org.culvert.desktop.link.ProfileCard;
import org.culvert.desktop.profiles.ProfileListModel;
import org.culvert.ipc.Connection;
import org.culvert.ipc.State;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What is selected when the window comes up: the tunnel that is there, else the profile that came
 * last. After that people choose. Used on one thread.
 */
final class FirstLook {
    private final ProfileListModel profiles;
    private final Supplier<Optional<String>> newest;
    private Optional<String> tunnel = Optional.empty();
    private boolean profilesTold;
    private boolean connectionsTold;

    /** A first look at {@code profiles}; {@code newest} is the id of the one that came last. */
    FirstLook(ProfileListModel profiles, Supplier<Optional<String>> newest) {
        this.profiles = profiles;
        this.newest = newest;
    }

    /** All profiles are known. */
    void profiles() {
        if (!profilesTold) {
            profilesTold = true;
            newest.get().flatMap(profiles::withId).ifPresent(profiles::select);
            selectTunnel();
        }
    }

    /** What the helper does is known. */
    void connections(List<Connection> connections) {
        if (!connectionsTold) {
            connectionsTold = true;
            tunnel =
                    connections.stream()
                            .filter(c -> c.state() != State.OFF && c.state() != State.FAILED)
                            .map(Connection::profile)
                            .findFirst();
            selectTunnel();
        }
    }

    private void selectTunnel() {
        tunnel.flatMap(this::named).ifPresent(profiles::select);
    }

    private Optional<ProfileCard> named(String name) {
        return profiles.all().stream().filter(card -> card.name().equals(name)).findFirst();
    }
}
