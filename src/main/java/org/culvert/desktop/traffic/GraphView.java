package org.culvert.desktop.traffic;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

import org.culvert.desktop.look.Look;
import org.culvert.desktop.look.Palette;
import org.culvert.desktop.look.Seen;
import org.culvert.desktop.look.Ticker;

import java.util.Optional;

/**
 * The traffic graph: our own drawing on a canvas, redrawn when a column of pixels is due and never
 * while nobody sees it. The same component stands in the window and in the mini window.
 */
public final class GraphView extends Region {
    private final Look look;
    private final GraphModel model;
    private final Plot.Parts parts;
    private final GraphLayers layers;
    private final CrossHair cross;
    private final Ticker pulse = new Ticker(this::draw);
    private final ReadOnlyStringWrapper unit = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper tops = new ReadOnlyStringWrapper("");
    private Optional<Long> pointed = Optional.empty();
    private Optional<Picture> shown = Optional.empty();

    private GraphView(Look look, GraphModel model, Plot.Parts parts) {
        this.look = look;
        this.model = model;
        this.parts = parts;
        this.layers = new GraphLayers(look);
        this.cross = new CrossHair(look);
        getStyleClass().add("graph");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(look.text("graph.title"));
        getChildren().addAll(layers, cross);
        model.window().subscribe(this::pace);
        model.track().subscribe(this::draw);
        model.locked().subscribe(this::draw);
        model.over().subscribe(this::pace);
        look.theme().scheme().subscribe(this::draw);
        Seen.follow(this, this::pace, pulse::stop);
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> point(event.getX()));
        addEventHandler(MouseEvent.MOUSE_EXITED, event -> unpoint());
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> requestFocus());
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /** The large graph: values at the right, round trips below. */
    public static GraphView large(Look look, GraphModel model) {
        return new GraphView(look, model, new Plot.Parts(true, true, true));
    }

    /** The small graph of the mini window: lines and times only. */
    public static GraphView small(Look look, GraphModel model) {
        return new GraphView(look, model, new Plot.Parts(false, false, true));
    }

    /** The unit that both axes are labelled in. */
    public ReadOnlyStringProperty unit() {
        return unit.getReadOnlyProperty();
    }

    /** The ends of both axes, for a graph without labels: {@code 120 / 10 Mbit/s}. */
    public ReadOnlyStringProperty tops() {
        return tops.getReadOnlyProperty();
    }

    private void pace() {
        pulse.stop();
        if (Seen.now(this)) {
            draw();
            if (!model.over().get()) {
                pulse.start(model.window().get().redrawMillis());
            }
        }
    }

    @Override
    protected void layoutChildren() {
        layers.resizeRelocate(0, 0, getWidth(), getHeight());
        cross.resizeRelocate(0, 0, getWidth(), getHeight());
        draw();
    }

    @Override
    protected double computePrefHeight(double width) {
        return 240;
    }

    @Override
    protected double computeMinHeight(double width) {
        return parts.strip() ? 150 : 110;
    }

    private void draw() {
        if (getWidth() < 1 || getHeight() < 1) {
            return;
        }
        Plot plot = plot();
        Picture picture = model.picture(look.now(), plot.right());
        shown = Optional.of(picture);
        unit.set(picture.unit().unit());
        tops.set(picture.tops());
        boolean over = model.over().get();
        Palette palette = Palette.of(look.theme().scheme().get());
        Ink ink = over ? Ink.over(palette) : Ink.live(palette);
        String note = picture.isEmpty() ? look.text("graph.waiting") : "";
        layers.show(plot, picture, ink, over, note);
        cross();
    }

    private Plot plot() {
        return Plot.of(getWidth(), getHeight(), parts);
    }

    /** Puts the cross-hair at the column of pixels {@code x}. */
    public void point(double x) {
        Plot plot = plot();
        shown.ifPresent(picture -> pointed = Optional.of(plot.time(picture.columns(), x)));
        cross();
    }

    private void unpoint() {
        pointed = Optional.empty();
        cross();
    }

    private void cross() {
        Optional<Slice> slice =
                shown.flatMap(picture ->
                        pointed.flatMap(time ->
                                picture.columns().at(time, model.window().get().millis() / 40)));
        if (slice.isPresent() && shown.isPresent()) {
            cross.show(plot(), shown.get(), slice.get());
        } else {
            cross.hide();
        }
    }

    private void key(KeyEvent event) {
        boolean mine =
                switch (event.getCode()) {
                    case LEFT -> step(event.isShiftDown() ? -10 : -1);
                    case RIGHT -> step(event.isShiftDown() ? 10 : 1);
                    case DIGIT1, NUMPAD1 -> show(Window.MINUTE);
                    case DIGIT2, NUMPAD2 -> show(Window.FIVE_MINUTES);
                    case DIGIT3, NUMPAD3 -> show(Window.HOUR);
                    case EQUALS -> lock();
                    case ESCAPE -> pointed.isPresent() && leave();
                    default -> false;
                };
        if (mine) {
            event.consume();
        }
    }

    private boolean step(int columns) {
        shown.ifPresent(picture -> {
            long column = Columns.bucket((double) model.window().get().millis() / plot().right());
            long from = pointed.orElse(picture.columns().to());
            long to = from + columns * column;
            pointed = Optional.of(Math.clamp(to, picture.columns().from(), picture.columns().to()));
        });
        cross();
        return true;
    }

    private boolean show(Window window) {
        model.window().set(window);
        return true;
    }

    private boolean lock() {
        model.locked().set(!model.locked().get());
        return true;
    }

    private boolean leave() {
        unpoint();
        return true;
    }
}
