package org.culvert.desktop.connection;

import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.culvert.desktop.link.ProfileCard;
import org.culvert.desktop.look.Look;
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

    /** An empty view. */
    public OffView(Look look) {
        super(16);
        this.look = look;
        last = new LastSessionCard(look);
        VBox.setVgrow(last, Priority.ALWAYS);
        getChildren().addAll(facts, last);
    }

    /** Shows {@code profile} and what its last session left. */
    public void show(ProfileCard profile, Optional<Track> track) {
        var lines = new ArrayList<>(Fact.before(profile, look));
        track.flatMap(LastSession::of)
                .ifPresent(session -> lines.add(Fact.last(session.line(look), look)));
        facts.show(lines);
        last.show(track);
    }
}
