package org.culvert.desktop.connection;

import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.culvert.desktop.link.ProfileCard;
import org.culvert.desktop.look.Look;
import org.culvert.desktop.look.Parts;
import org.culvert.desktop.traffic.LastSession;
import org.culvert.desktop.traffic.LastSessionCard;
import org.culvert.desktop.traffic.Track;

import java.util.ArrayList;
import java.util.Optional;

/** A profile that is off: what will happen, and below it the last session. */
public final class OffView extends VBox {
    private final Look look;
    private final FactsView facts = new FactsView(1);
    private final LastSessionCard last;
    private final Label hint;

    /** An empty view. */
    public OffView(Look look) {
        super(16);
        this.look = look;
        last = new LastSessionCard(look);
        hint = Parts.wrapped(look.text("off.hint"), "muted");
        hint.setId("off-hint");
        hint.setPadding(new Insets(0, 18, 0, 18));
        VBox.setVgrow(last, Priority.ALWAYS);
        getChildren().addAll(facts, hint, last);
    }

    /** Shows {@code profile} and what its last session left. */
    public void show(ProfileCard profile, Optional<Track> track) {
        var lines = new ArrayList<>(Fact.before(profile, look));
        Optional<LastSession> before = track.flatMap(LastSession::of);
        Parts.show(hint, before.isEmpty() && profile.draft().isEmpty());
        before.ifPresent(session -> lines.add(Fact.last(session.line(look), look)));
        facts.show(lines);
        last.show(track);
    }
}
