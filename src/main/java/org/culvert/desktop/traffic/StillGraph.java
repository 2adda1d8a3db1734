package org.culvert.desktop.traffic;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;

import org.culvert.desktop.look.Look;
import org.culvert.desktop.look.Palette;

/** The whole traffic of a session that is over, in grey, with clock times below it. */
final class StillGraph extends Region {
    private static final Plot.Parts PARTS = new Plot.Parts(true, true, true);

    private final Look look;
    private final GraphLayers layers;
    private Track track = new Track();

    StillGraph(Look look) {
        this.look = look;
        this.layers = new GraphLayers(look);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(look.text("graph.last"));
        getChildren().add(layers);
        look.theme().scheme().subscribe(this::draw);
    }

    void show(Track session) {
        track = session;
        draw();
    }

    /** The unit of its labels. */
    String unit() {
        return GraphModel.whole(track, Math.max(1, getWidth())).unit().unit();
    }

    @Override
    protected void layoutChildren() {
        layers.resizeRelocate(0, 0, getWidth(), getHeight());
        draw();
    }

    @Override
    protected double computePrefHeight(double width) {
        return 300;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 150;
    }

    private void draw() {
        if (getWidth() < 1 || getHeight() < 1) {
            return;
        }
        var plot = Plot.of(getWidth(), getHeight(), PARTS);
        Ink ink = Ink.over(Palette.of(look.theme().scheme().get()));
        layers.show(plot, GraphModel.whole(track, plot.right()), ink, true, "");
    }
}
