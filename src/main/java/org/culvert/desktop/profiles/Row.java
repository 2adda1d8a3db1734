package org.culvert.desktop.profiles;

import org.culvert.desktop.link.ProfileCard;

/** A line of the list of profiles. */
sealed interface Row {
    /** The title of a group. */
    record Section(String title) implements Row {}

    /** A profile. */
    record Entry(ProfileCard card) implements Row {}
}
