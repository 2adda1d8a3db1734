package org.culvert.desktop.profiles;

import org.culvert.desktop.link.ProfileCard;

/** What the list of profiles asks for and does not do itself. */
public interface ProfileDeeds {
    /** A double-click or Enter. */
    void toggle(ProfileCard card);

    /** Connect, from the menu. */
    void connect(ProfileCard card);

    /** End the tunnel or the attempt, from the menu. */
    void disconnect(ProfileCard card);

    /** Drop the link and connect again at once. */
    void reconnect(ProfileCard card);

    /** Choose files to be imported. */
    void importFile();
}
