package org.culvert.desktop.profiles;

import org.culvert.desktop.link.ProfileCard;

/** Closes what covers the window, then does what was asked. */
record ClosingDeeds(ProfileDeeds deeds, Runnable close) implements ProfileDeeds {
    @Override
    public void toggle(ProfileCard card) {
        close.run();
        deeds.toggle(card);
    }

    @Override
    public void connect(ProfileCard card) {
        close.run();
        deeds.connect(card);
    }

    @Override
    public void disconnect(ProfileCard card) {
        close.run();
        deeds.disconnect(card);
    }

    @Override
    public void reconnect(ProfileCard card) {
        close.run();
        deeds.reconnect(card);
    }

    @Override
    public void tags(ProfileCard card) {
        close.run();
        deeds.tags(card);
    }

    @Override
    public void export(ProfileCard card, boolean inlined) {
        close.run();
        deeds.export(card, inlined);
    }

    @Override
    public void importFile() {
        close.run();
        deeds.importFile();
    }
}
