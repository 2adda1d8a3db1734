package org.culvert.desktop;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;

import org.culvert.desktop.connection.Connections;
import org.culvert.desktop.log.LogModel;
import org.culvert.desktop.look.Beat;
import org.culvert.desktop.look.Look;
import org.culvert.desktop.profiles.ProfileListModel;
import org.culvert.desktop.traffic.GraphModel;

/**
 * What the views of the window show.
 *
 * @param tab the chosen tab, from 0
 */
record Models(
        Look look,
        Beat beat,
        Connections connections,
        ProfileListModel profiles,
        GraphModel graph,
        LogModel log,
        IntegerProperty tab) {
    static final int OVERVIEW_TAB = 0;
    static final int LOG_TAB = 1;

    Models(Look look, Connections connections, ProfileListModel profiles) {
        this(
                look,
                new Beat(),
                connections,
                profiles,
                new GraphModel(),
                new LogModel(look),
                new SimpleIntegerProperty(OVERVIEW_TAB));
    }
}
