package org.culvert.desktop.connection;

import org.culvert.desktop.link.HelperLink;
import org.culvert.desktop.link.ProfileCard;
import org.culvert.failure.Failure;
import org.culvert.ipc.Connection;

import java.time.InstantSource;
import java.util.Optional;

/**
 * What a click on a profile does: connect when it is off, disconnect otherwise. Another profile
 * that is up goes only after the new one has passed every local check. Used on one thread.
 */
public final class Switchboard {
    /** A second double-click within this is one too many. */
    static final long QUIET_MILLIS = 800;

    private final Connections connections;
    private final HelperLink helper;
    private final InstantSource clock;
    private final Asker asker;
    private long lastToggle = Long.MIN_VALUE / 2;

    /** Asks a person whether to go on with a profile that cannot tell its server. */
    public interface Asker {
        /** Runs one of the two, later. */
        void askUnverified(ProfileCard profile, Runnable agreed, Runnable declined);
    }

    /** A switchboard on {@code helper}. */
    public Switchboard(
            Connections connections, HelperLink helper, InstantSource clock, Asker asker) {
        this.connections = connections;
        this.helper = helper;
        this.clock = clock;
        this.asker = asker;
    }

    /** A double-click or Enter on a profile. */
    public void toggle(ProfileCard profile) {
        long now = clock.millis();
        if (now - lastToggle < QUIET_MILLIS) {
            return;
        }
        lastToggle = now;
        if (connections.of(profile.name()).busy()) {
            disconnect(profile);
        } else {
            connect(profile);
        }
    }

    /** Checks the profile, then takes others down and brings this one up. */
    public void connect(ProfileCard profile) {
        connect(profile, HelperLink.Manner.AS_TOLD);
    }

    /** The same, and names are looked up as before, not by the VPN's servers. */
    public void connectWithoutDns(ProfileCard profile) {
        connect(profile, HelperLink.Manner.WITHOUT_VPN_DNS);
    }

    /** The same, by those of its servers only that listen on TCP 443. */
    public void connectByTcp443(ProfileCard profile) {
        connect(profile, HelperLink.Manner.BY_TCP_443);
    }

    private void connect(ProfileCard profile, HelperLink.Manner manner) {
        String name = profile.name();
        connections.start(name);
        helper.check(
                profile.id(),
                failure ->
                        failure.ifPresentOrElse(
                                why -> hold(profile, manner, why),
                                () -> makeRoom(profile, manner)));
    }

    private void hold(ProfileCard profile, HelperLink.Manner manner, Failure why) {
        String name = profile.name();
        if (why instanceof Failure.ServerNotVerifiable) {
            asker.askUnverified(
                    profile,
                    () -> connect(profile, manner),
                    () -> connections.stop(name, Optional.empty()));
        } else {
            connections.stop(name, Optional.of(why));
        }
    }

    private void makeRoom(ProfileCard profile, HelperLink.Manner manner) {
        if (!starting(profile.name())) {
            return;
        }
        connections.all().stream()
                .map(Connection::profile)
                .filter(other -> !other.equals(profile.name()) && connections.of(other).busy())
                .forEach(helper::disconnect);
        helper.connect(profile.id(), manner, why -> refused(profile.name(), why));
    }

    private void refused(String name, Failure why) {
        connections.stop(name, Optional.of(why));
    }

    private boolean starting(String name) {
        return connections.of(name).busy();
    }

    /** Ends the profile's connection, or the attempt at it. */
    public void disconnect(ProfileCard profile) {
        disconnect(profile.name());
    }

    /** Ends the connection of the profile called {@code name}, or the attempt at it. */
    public void disconnect(String name) {
        connections.stop(name, Optional.empty());
        helper.disconnect(name);
    }

    /** Once more, and at once, what was asked for; where all is blocked, as the profile is now. */
    public void again(ProfileCard profile) {
        switch (connections.of(profile.name()).state()) {
            case OFF -> {}
            case BLOCKED, FAILED -> connect(profile);
            case NEED_USER, CONNECTING, ON, DEGRADED, RECONNECTING ->
                    helper.reconnect(profile.name());
        }
    }

    /** Drops the link and connects again at once. */
    public void reconnect(ProfileCard profile) {
        if (connections.of(profile.name()).busy()) {
            helper.reconnect(profile.name());
        } else {
            connect(profile);
        }
    }
}
