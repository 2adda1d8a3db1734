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

    /** Ask for the words that it shall be found by. */
    void tags(ProfileCard card);

    /** Write it into a file, as it came or with all its parts inside. */
    void export(ProfileCard card, boolean inlined);

    /** Choose files to be imported. */
    void importFile();
}
