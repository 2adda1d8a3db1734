package org.culvert.desktop.tray;

import org.culvert.desktop.link.ProfileCard;
import org.culvert.spec.Protection;

/** What people can do from the tray. Called on the application thread. */
public interface TrayDeeds {
    /** Shows or hides the mini window near a place of the screen; 0, 0 where nobody knows it. */
    void showTraffic(int x, int y);

    /** Brings the window to the front. */
    void open();

    /** Brings the window to the front and asks for files to be imported. */
    void importFile();

    /** Ends the program; tunnels stay. */
    void quit();

    /** Connects a profile that is off, disconnects it otherwise. */
    void toggle(ProfileCard profile);

    /** Ends the tunnel of a profile, or the attempt at one. */
    void disconnect(String profile);

    /** Drops the link of a profile and connects it again at once. */
    void reconnect(String profile);

    /** Keeps what was chosen for traffic beside the tunnel of a profile. */
    void protect(ProfileCard profile, Protection protection);

    /** Rates are about to be said: whoever has none lately asks for them. */
    void glance();

    /** Nobody shows our item: told once. The window must not hide without it. */
    void unhosted();
}
