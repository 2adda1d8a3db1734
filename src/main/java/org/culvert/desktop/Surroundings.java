package org.culvert.desktop;

import javafx.application.Platform;

import org.culvert.desktop.connection.Switchboard;
import org.culvert.desktop.link.HelperLink;
import org.culvert.desktop.link.ProfileCard;
import org.culvert.desktop.link.ProfileShelf;
import org.culvert.desktop.mini.MiniDeeds;
import org.culvert.desktop.tray.TrayDeeds;
import org.culvert.spec.Protection;

import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

/**
 * What tray and mini window ask for.
 *
 * @param mini opens or closes the mini window at a place of the screen
 * @param hosted whether the tray shows our item
 * @param alone nobody shows it: told once
 */
record Surroundings(
        Frame frame,
        Intake intake,
        ProfileShelf shelf,
        Switchboard board,
        HelperLink helper,
        BiConsumer<Integer, Integer> mini,
        BooleanSupplier hosted,
        Runnable alone)
        implements TrayDeeds, MiniDeeds {
    @Override
    public void showTraffic(int x, int y) {
        mini.accept(x, y);
    }

    @Override
    public void open() {
        frame.raise();
    }

    @Override
    public void expand() {
        frame.raise();
    }

    @Override
    public void importFile() {
        frame.raise();
        intake.choose();
    }

    @Override
    public void quit() {
        Platform.exit();
    }

    @Override
    public void toggle(ProfileCard profile) {
        board.toggle(profile);
    }

    @Override
    public void connect(ProfileCard profile) {
        board.connect(profile);
    }

    @Override
    public void disconnect(String profile) {
        board.disconnect(profile);
    }

    @Override
    public void reconnect(String profile) {
        helper.reconnect(profile);
    }

    @Override
    public void protect(ProfileCard profile, Protection protection) {
        shelf.protect(profile.id(), protection);
    }

    @Override
    public void glance() {
        helper.glance();
    }

    @Override
    public void unhosted() {
        alone.run();
    }

    @Override
    public boolean wayBack() {
        return hosted.getAsBoolean() || frame.isShowing();
    }
}
