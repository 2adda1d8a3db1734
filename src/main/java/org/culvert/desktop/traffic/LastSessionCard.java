package org.culvert.desktop.traffic;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.culvert.desktop.look.Look;
import org.culvert.desktop.look.Parts;

import java.util.Optional;

/** The graph of the last session on a card; without one the card is not there. */
public final class LastSessionCard extends VBox {
    private final Look look;
    private final StillGraph graph;
    private final Label times = Parts.elastic("", "small", "muted");

    /** An empty card. */
    public LastSessionCard(Look look) {
        super(8);
        this.look = look;
        graph = new StillGraph(look);
        getStyleClass().add("card");
        var head = new HBox(10, Parts.label(look.text("graph.last"), "heading"), times);
        head.setAlignment(Pos.CENTER_LEFT);
        head.setMinHeight(34);
        VBox.setVgrow(graph, Priority.ALWAYS);
        getChildren().addAll(head, graph);
        Parts.show(this, false);
    }

    /** Shows the session that left {@code track}. */
    public void show(Optional<Track> track) {
        Optional<LastSession> session = track.flatMap(LastSession::of);
        Parts.show(this, session.isPresent());
        session.ifPresent(last -> {
            track.ifPresent(graph::show);
            times.setText(look.text("last.unit", last.times(look), graph.unit()));
        });
    }
}
