package org.culvert.desktop.mini;

import javafx.beans.property.ReadOnlyLongProperty;

import org.culvert.desktop.connection.Connections;
import org.culvert.desktop.connection.Foremost;
import org.culvert.desktop.link.ProfileCard;
import org.culvert.desktop.look.Look;
import org.culvert.desktop.traffic.GraphModel;
import org.culvert.desktop.traffic.Track;

import java.util.List;
import java.util.Optional;

/**
 * Which tunnel the mini window shows, and what it says of it: what is under way now, else what was
 * last, else the first profile. Knows no node; used on one thread.
 */
public final class MiniModel {
    private final Look look;
    private final Connections connections;
    private final GraphModel graph = new GraphModel();
    private List<ProfileCard> profiles = List.of();
    private Optional<String> last = Optional.empty();

    /** A model without profiles yet. */
    public MiniModel(Look look, Connections connections) {
        this.look = look;
        this.connections = connections;
    }

    /** Takes all stored profiles, the most used first. */
    public void profiles(List<ProfileCard> all) {
        profiles = List.copyOf(all);
    }

    /** The profile to be offered while nothing is under way. */
    public void prefer(ProfileCard profile) {
        last = Optional.of(profile.name());
    }

    /** What to say now; empty where there is neither a profile nor a tunnel. */
    Optional<MiniFace> face() {
        Optional<String> name = subject();
        last = name;
        Optional<MiniFace> face = name.map(of -> MiniFace.of(of, connections, look));
        Optional<Track> track = name.flatMap(connections::track);
        graph.over().set(face.filter(MiniFace::busy).isEmpty());
        if (!graph.track().get().equals(track)) {
            graph.track().set(track);
        }
        return face;
    }

    private Optional<String> subject() {
        return Foremost.of(connections, profiles)
                .map(Foremost::name)
                .or(() -> last.filter(this::isStored))
                .or(() -> profiles.stream().findFirst().map(ProfileCard::name));
    }

    private boolean isStored(String name) {
        return card(name).isPresent();
    }

    /** The stored profile called {@code name}. */
    Optional<ProfileCard> card(String name) {
        return profiles.stream().filter(p -> p.name().equals(name)).findFirst();
    }

    /** The profiles that can be switched to. */
    List<ProfileCard> others() {
        return profiles.stream().filter(p -> p.draft().isEmpty()).toList();
    }

    /** Whether the profile called {@code name} is under way. */
    boolean busy(String name) {
        return connections.of(name).busy();
    }

    /** The traffic of the tunnel that is shown. */
    Optional<Track> track() {
        return graph.track().get();
    }

    /** The graph. */
    GraphModel graph() {
        return graph;
    }

    /** Grows with each change. */
    ReadOnlyLongProperty revision() {
        return connections.revision();
    }
}
