package org.culvert.desktop.mini;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.culvert.desktop.look.Beat;
import org.culvert.desktop.look.Icon;
import org.culvert.desktop.look.Look;
import org.culvert.desktop.look.Parts;
import org.culvert.desktop.look.Seen;
import org.culvert.desktop.traffic.GraphView;
import org.culvert.desktop.traffic.LiveNumbers;
import org.culvert.desktop.traffic.NumberView;
import org.culvert.desktop.traffic.RangeBar;

/** One tunnel at a glance: numbers, graph, round trip, totals, two buttons. */
final class MiniView extends VBox {
    static final double WIDTH = 360;
    private static final double GRAPH_HEIGHT = 138;

    private final Look look;
    private final MiniModel model;
    private final MiniHeader header;
    private final NumberView down;
    private final NumberView up;
    private final GridPane numbers;
    private final Label note = Parts.wrapped("", "small");
    private final Label scale = Parts.label("", "small", "muted");
    private final HBox noted = new HBox(12, note, Parts.spring(), scale);
    private final GraphView graph;
    private final HBox range;
    private final MiniRows rows;
    private final MiniFoot foot;
    private final Node rule = rule();

    MiniView(Look look, MiniModel model, MiniDeeds deeds, Runnable turnPin) {
        this.look = look;
        this.model = model;
        header = new MiniHeader(look, turnPin, deeds::expand);
        down = NumberView.with(Icon.DOWN, "down", look.text("numbers.download"));
        up = NumberView.with(Icon.UP, "up", look.text("numbers.upload"));
        down.setSpacing(3);
        up.setSpacing(3);
        numbers = halves(down, up);
        graph = GraphView.small(look, model.graph());
        graph.setId("mini-graph");
        graph.setMinHeight(GRAPH_HEIGHT);
        graph.setMaxHeight(GRAPH_HEIGHT);
        range = range(look);
        rows = new MiniRows(look);
        foot = new MiniFoot(look, model, deeds);
        note.setId("mini-note");
        arrange();
        var beat = new Beat();
        beat.follow(this);
        beat.count().subscribe(count -> refresh());
        model.revision().subscribe(this::changed);
        look.theme().scheme().subscribe(scheme -> refresh());
    }

    private void arrange() {
        getStyleClass().add("mini");
        setPrefWidth(WIDTH);
        setMinWidth(WIDTH);
        setMaxWidth(WIDTH);
        VBox.setMargin(numbers, new Insets(8, 0, 12, 0));
        VBox.setMargin(noted, new Insets(8, 0, 8, 0));
        VBox.setMargin(range, new Insets(6, 0, 6, 0));
        VBox.setMargin(rule, new Insets(5, 0, 10, 0));
        getChildren().addAll(header, numbers, noted, graph, range, rows, rule, foot);
    }

    private static GridPane halves(Node left, Node right) {
        var grid = new GridPane();
        for (int column = 0; column < 2; column++) {
            var half = new ColumnConstraints();
            half.setPercentWidth(column == 0 ? 52 : 48);
            grid.getColumnConstraints().add(half);
        }
        grid.addRow(0, left, right);
        return grid;
    }

    private HBox range(Look look) {
        Label tops = Parts.label("", "small", "muted");
        graph.tops()
                .subscribe(now -> {
                    tops.setText(now);
                    scale.setText(now);
                });
        var line = new HBox(12, new RangeBar(look, model.graph()), Parts.spring(), tops);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static Node rule() {
        var line = new Region();
        line.getStyleClass().add("separator-line");
        return line;
    }

    private void changed() {
        if (Seen.now(this)) {
            refresh();
        }
    }

    /** Says everything anew. */
    void refresh() {
        model.face().ifPresentOrElse(this::show, this::showNothing);
    }

    private void show(MiniFace face) {
        Parts.show(foot, true);
        Parts.show(rule, true);
        header.show(face);
        foot.show(face);
        boolean live = face.flow().isPresent();
        Parts.show(numbers, live);
        Parts.show(range, live);
        Parts.show(rows, live);
        face.flow().ifPresent(this::show);
        boolean past = model.track().isPresent();
        Parts.show(graph, live || past);
        note(face, live || !past);
        fit();
    }

    private void show(MiniFace.Flow flow) {
        LiveNumbers now = flow.numbers();
        down.show(now.down(), now.peakDown());
        up.show(now.up(), now.peakUp());
        rows.show(flow, model.track());
    }

    /** Why it does not work, else whose traffic the grey graph is. */
    private void note(MiniFace face, boolean noPast) {
        String last = noPast ? "" : look.text("graph.last");
        note.setText(face.failure().isEmpty() ? last : face.failure());
        Parts.mark(note, "muted", face.failure().isEmpty());
        Parts.mark(note, "bad", !face.failure().isEmpty());
        Parts.show(scale, !noPast);
        Parts.show(noted, !note.getText().isEmpty());
    }

    private void showNothing() {
        header.show(MiniFace.none(look));
        for (Node part : new Node[] {numbers, noted, graph, range, rows, foot, rule}) {
            Parts.show(part, false);
        }
        fit();
    }

    /** The window is as high as what it says. */
    private void fit() {
        if (getScene() != null && getScene().getWindow() != null) {
            double wanted = prefHeight(WIDTH);
            if (Math.abs(getScene().getHeight() - wanted) > 0.5) {
                getScene().getWindow().sizeToScene();
            }
        }
    }

    /** The pin, turned or not. */
    void pinned(boolean pinned) {
        header.pinned(pinned);
    }

    /** Where the window can be taken hold of. */
    Node handle() {
        return header;
    }

    /** Whether a list is open that takes the focus. */
    boolean choosing() {
        return foot.choosing();
    }
}
