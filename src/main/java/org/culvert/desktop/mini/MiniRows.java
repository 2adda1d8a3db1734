package org.culvert.desktop.mini;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.culvert.desktop.look.Glyph;
import org.culvert.desktop.look.Icon;
import org.culvert.desktop.look.Look;
import org.culvert.desktop.look.Parts;
import org.culvert.desktop.traffic.Track;
import org.culvert.desktop.traffic.TripSpark;

import java.util.Optional;

/** Round trip with its line and loss; what this session has moved, and whose DNS is asked. */
final class MiniRows extends VBox {
    private static final double TRIP_WIDTH = 48;
    private static final double TOTAL_WIDTH = 54;

    private final Look look;
    private final Label trip = steady(TRIP_WIDTH);
    private final TripSpark spark;
    private final Label loss = Parts.label("", "small", "muted");
    private final Label down = steady(TOTAL_WIDTH);
    private final Label up = steady(TOTAL_WIDTH);
    private final Label dns = Parts.label("", "small", "muted");
    private final Node dnsMark = Glyph.line(Icon.CHECK, 14, "ok");

    MiniRows(Look look) {
        super(2);
        this.look = look;
        spark = new TripSpark(look, 96, 18);
        Label tripName = Parts.label(look.text("numbers.trip"), "small", "muted");
        Label session = Parts.label(look.text("mini.session"), "small", "muted");
        HBox both = new HBox(5, arrow(Icon.DOWN), down, arrow(Icon.UP), up);
        both.setAlignment(Pos.CENTER_LEFT);
        getChildren()
                .addAll(
                        row(13, tripName, trip, spark, Parts.spring(), loss),
                        row(8, session, both, Parts.spring(), dns, dnsMark));
    }

    /** A label that keeps its width while its digits change. */
    private static Label steady(double width) {
        Label label = Parts.label("", "small", "medium");
        label.setMinWidth(width);
        return label;
    }

    private static Node arrow(Icon icon) {
        return Glyph.line(icon, 14, "plain");
    }

    private static HBox row(double gap, Node... parts) {
        var row = new HBox(gap, parts);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinHeight(27);
        return row;
    }

    void show(MiniFace.Flow flow, Optional<Track> track) {
        trip.setText(flow.numbers().trip().toString());
        spark.show(track);
        loss.setText(flow.numbers().loss());
        down.setText(flow.down());
        up.setText(flow.up());
        dns.setText(look.text(flow.ownDns() ? "mini.dns" : "mini.dnsUnchanged"));
        Parts.show(dnsMark, flow.ownDns());
    }
}
