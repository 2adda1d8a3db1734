package org.culvert.desktop.traffic;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.culvert.desktop.look.Look;
import org.culvert.desktop.look.Parts;

/** The graph with its title, its unit and its ranges. */
public final class TrafficCard extends VBox {
    private final GraphView graph;

    /** A card on {@code model}; its unit follows the graph. */
    public TrafficCard(Look look, GraphModel model) {
        super(8);
        getStyleClass().add("card");
        graph = GraphView.large(look, model);
        graph.setId("graph");
        Label unit = Parts.label("", "small", "muted");
        graph.unit().subscribe(unit::setText);
        var title = new HBox(10, Parts.label(look.text("graph.title"), "heading"), unit);
        title.setAlignment(Pos.CENTER_LEFT);
        var head = new HBox(12, title, Parts.spring(), new RangeBar(look, model));
        head.setAlignment(Pos.CENTER_LEFT);
        head.setMinHeight(34);
        VBox.setVgrow(graph, Priority.ALWAYS);
        getChildren().addAll(head, graph);
    }

    /** The graph itself. */
    public GraphView graph() {
        return graph;
    }
}
