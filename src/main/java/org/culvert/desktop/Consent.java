package org.culvert.desktop;

import javafx.scene.control.Button;
import javafx.scene.layout.Pane;

import org.culvert.desktop.connection.Switchboard;
import org.culvert.desktop.link.DiskShelf;
import org.culvert.desktop.link.ProfileCard;
import org.culvert.desktop.look.Look;
import org.culvert.desktop.look.Parts;
import org.culvert.desktop.look.Sheet;

/** Asks once whether to connect with a profile that cannot tell its server; a yes is kept. */
record Consent(Look look, Pane host, DiskShelf shelf) implements Switchboard.Asker {
    private static final double WIDTH = 480;

    @Override
    public void askUnverified(ProfileCard profile, Runnable agreed, Runnable declined) {
        var sheet = new Sheet(look.text("consent.title", profile.name()), WIDTH);
        Runnable no = closing(sheet, declined);
        Runnable yes = closing(sheet, () -> shelf.acceptUnverified(profile.id(), agreed));
        Button go = Parts.button(look.text("consent.yes"), yes);
        Button stay = Parts.button(look.text("button.cancel"), no);
        go.setId("consent-yes");
        stay.setId("consent-no");
        sheet.content(Parts.wrapped(look.text("consent.text"), "muted"));
        sheet.buttons(no, go, stay);
        sheet.open(host, stay);
    }

    private static Runnable closing(Sheet sheet, Runnable then) {
        return () -> {
            sheet.close();
            then.run();
        };
    }
}
