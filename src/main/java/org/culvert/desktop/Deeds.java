package org.culvert.desktop;

import javafx.scene.control.Button;

import org.culvert.desktop.profiles.ProfileDeeds;

/** What the window asks for and does not do itself. */
interface Deeds extends ProfileDeeds {
    /** Opens the program's menu above {@code anchor}. */
    void menu(Button anchor);

    /** Looks for the service now. */
    void seek();
}
