package org.culvert.desktop.mini;

import org.culvert.desktop.link.ProfileCard;

/** What the mini window asks for and does not do itself. */
public interface MiniDeeds {
    /** Brings the main window to the front. */
    void expand();

    /** Connects a profile; others go when it can. */
    void connect(ProfileCard profile);

    /** Ends the tunnel of a profile, or the attempt at one. */
    void disconnect(String profile);

    /** Whether there is another way back: the main window shows, or the tray. */
    boolean wayBack();
}
