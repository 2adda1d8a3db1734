package org.culvert.desktop.profiles;

import org.culvert.desktop.link.ProfileCard;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** A line of the list of profiles. */
sealed interface Row {
    /** The title of a group. */
    record Section(String title) implements Row {}

    /**
     * Profiles that belong together.
     *
     * @param last the member used last, which stands for all
     * @param members all of them
     */
    record Group(String name, ProfileCard last, List<ProfileCard> members, boolean open)
            implements Row {
        /** Copies its list. */
        public Group {
            members = List.copyOf(members);
        }

        static Group of(String name, List<ProfileCard> members, boolean open) {
            ProfileCard last =
                    members.stream().max(Comparator.comparing(ProfileCard::lastUsed)).orElseThrow();
            return new Group(
                    name,
                    last.lastUsed().equals(Instant.EPOCH) ? members.getFirst() : last,
                    members,
                    open);
        }
    }

    /** A profile. */
    record Entry(ProfileCard card) implements Row {}
}
