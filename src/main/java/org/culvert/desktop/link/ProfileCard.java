package org.culvert.desktop.link;

import org.culvert.profile.store.Marks;
import org.culvert.spec.Protection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the window shows of a stored profile.
 *
 * @param id never changes
 * @param name what people call it
 * @param host the first server's name or address
 * @param remotes all servers, as {@code UDP 1194}, in the order tried
 * @param traffic how much of the traffic is meant for it
 * @param certificate common name of our own certificate
 * @param certificateEnds when that certificate ends
 * @param password a user name and password are asked for
 * @param passwordKnown ... and remembered
 * @param verifiesServer the profile says how to know the server
 * @param draft why it cannot be connected, in words, with its line
 * @param protection what was chosen for traffic beside its tunnel
 * @param marks what a person has noted on it
 * @param lastUsed when it was connected last; the epoch: never
 */
public record ProfileCard(
        String id,
        String name,
        String host,
        List<String> remotes,
        Traffic traffic,
        Optional<String> certificate,
        Optional<Instant> certificateEnds,
        boolean password,
        boolean passwordKnown,
        boolean verifiesServer,
        Optional<String> draft,
        Protection protection,
        Marks marks,
        Instant lastUsed) {
    /** How much of the traffic a profile asks for. */
    public enum Traffic {
        /** Everything, by the profile's own word. */
        EVERYTHING,
        /** Only networks that the profile names. */
        NETWORKS,
        /** What the server says. */
        AS_TOLD
    }

    /** Copies its list. */
    public ProfileCard {
        remotes = List.copyOf(remotes);
    }

    /** The same under another name. */
    public ProfileCard named(String other) {
        return as(other, protection, marks, lastUsed);
    }

    /** The same with another choice for traffic beside its tunnel. */
    public ProfileCard withProtection(Protection other) {
        return as(name, other, marks, lastUsed);
    }

    /** The same with other marks. */
    public ProfileCard withMarks(Marks others) {
        return as(name, protection, others, lastUsed);
    }

    /** The same, connected last at {@code moment}. */
    public ProfileCard usedAt(Instant moment) {
        return as(name, protection, marks, moment);
    }

    private ProfileCard as(String called, Protection chosen, Marks noted, Instant used) {
        return new ProfileCard(
                id,
                called,
                host,
                remotes,
                traffic,
                certificate,
                certificateEnds,
                password,
                passwordKnown,
                verifiesServer,
                draft,
                chosen,
                noted,
                used);
    }
}
