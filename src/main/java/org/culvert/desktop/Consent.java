package org.culvert.desktop;

import org.culvert.desktop.connection.Switchboard;
import org.culvert.desktop.link.DiskShelf;
import org.culvert.desktop.link.ProfileCard;
import org.culvert.desktop.look.Look;

/** Asks once whether to connect with a profile that cannot tell its server; a yes is kept. */
record Consent(Look look, Sheets sheets, DiskShelf shelf) implements Switchboard.Asker {
    @Override
    public void askUnverified(ProfileCard profile, Runnable agreed, Runnable declined) {
        var question =
                new Sheet.Question(
                        look.text("consent.title", profile.name()),
                        look.text("consent.text"),
                        look.text("button.cancel"),
                        look.text("consent.yes"));
        Sheet.ask(sheets, question, () -> shelf.acceptUnverified(profile.id(), agreed), declined);
    }
}
