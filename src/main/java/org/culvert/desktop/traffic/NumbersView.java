package org.culvert.desktop.traffic;

import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;

import org.culvert.desktop.look.Icon;
import org.culvert.desktop.look.Look;

/** The four numbers of a tunnel: down, up, round trip, this session. */
public final class NumbersView extends GridPane {
    private final NumberView down;
    private final NumberView up;
    private final NumberView trip;
    private final NumberView session;

    /** Numbers without a value yet. */
    public NumbersView(Look look) {
        down = NumberView.with(Icon.DOWN, "down", look.text("numbers.download"));
        up = NumberView.with(Icon.UP, "up", look.text("numbers.upload"));
        trip = NumberView.with(Icon.ROUND_TRIP, "trip", look.text("numbers.trip"));
        session = NumberView.plain(look.text("numbers.session"));
        for (int column = 0; column < 4; column++) {
            var quarter = new ColumnConstraints();
            quarter.setPercentWidth(25.5);
            getColumnConstraints().add(quarter);
        }
        getColumnConstraints().getLast().setPercentWidth(23.5);
        addRow(0, down, up, trip, session);
    }

    /** Shows {@code numbers}. */
    public void show(LiveNumbers numbers) {
        down.show(numbers.down(), numbers.peakDown());
        up.show(numbers.up(), numbers.peakUp());
        trip.show(numbers.trip(), numbers.loss());
        session.show(numbers.total(), numbers.split());
    }
}
