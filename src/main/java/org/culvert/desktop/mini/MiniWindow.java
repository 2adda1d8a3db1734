package org.culvert.desktop.mini;

import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;

import org.culvert.desktop.look.AppIcon;
import org.culvert.desktop.look.Drawn;
import org.culvert.desktop.look.Look;
import org.culvert.desktop.look.Seen;
import org.culvert.desktop.traffic.Window;

/**
 * The mini window itself: opens by a click in the tray, closes by Escape, by a second click and
 * when the person turns to something else, unless it is pinned. Where nothing else would bring it
 * back it is minimised instead.
 */
public final class MiniWindow {
    private static final System.Logger LOG = System.getLogger("culvert.window");

    /** A click that has just closed the window by taking the focus must not open it again. */
    private static final int SAME_CLICK_MILLIS = 400;

    private static final KeyCombination TOGGLE =
            new KeyCodeCombination(KeyCode.M, KeyCombination.CONTROL_DOWN);

    private final Look look;
    private final MiniModel model;
    private final MiniDeeds deeds;
    private final MiniView view;
    private final Stage stage = new Stage();
    private boolean pinned;
    private long leftAt;
    private Point2D held = Point2D.ZERO;

    /** A window that does not show yet. */
    public MiniWindow(Look look, MiniModel model, MiniDeeds deeds) {
        this.look = look;
        this.model = model;
        this.deeds = deeds;
        view = new MiniView(look, model, deeds, this::turnPin);
        view.pinned(false);
        boolean floats = Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW);
        stage.initStyle(floats ? StageStyle.TRANSPARENT : StageStyle.UNDECORATED);
        stage.setTitle(look.text("app.name"));
        stage.getIcons().setAll(AppIcon.images());
        stage.setResizable(false);
        stage.setScene(scene(floats));
        stage.focusedProperty().subscribe(this::turned);
        hold();
    }

    private Scene scene(boolean floats) {
        Parent root = view;
        if (floats) {
            root = new StackPane(view);
            root.getStyleClass().add("mini-air");
        }
        var scene = new Scene(root, floats ? Color.TRANSPARENT : Color.GRAY);
        look.theme().dress(scene);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        return scene;
    }

    /** Opens at a place of the screen, or closes; 0, 0 means that nobody knows the place. */
    public void toggle(double x, double y) {
        if (stage.isShowing() && !stage.isIconified()) {
            leave();
        } else if (look.now() - leftAt > SAME_CLICK_MILLIS) {
            open(x, y);
        }
    }

    /** Opens at a place of the screen and comes to the front. */
    public void open(double x, double y) {
        tellWhenDrawn();
        view.refresh();
        if (!stage.isShowing()) {
            stage.sizeToScene();
            place(x, y);
            stage.show();
            place(x, y);
        }
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
    }

    /** Readers of the finest diary want to know how long a person waited. */
    private void tellWhenDrawn() {
        if (LOG.isLoggable(System.Logger.Level.DEBUG)) {
            long called = System.nanoTime();
            Drawn.once(
                    stage.getScene(),
                    () ->
                            LOG.log(
                                    System.Logger.Level.DEBUG,
                                    "mini window {0} ms after the call",
                                    Long.toString((System.nanoTime() - called) / 1_000_000)));
        }
    }

    private void place(double x, double y) {
        Screen screen =
                Screen.getScreensForRectangle(x, y, 1, 1).stream()
                        .findFirst()
                        .orElse(Screen.getPrimary());
        double height = stage.isShowing() ? stage.getHeight() : view.prefHeight(MiniView.WIDTH);
        double width = stage.isShowing() ? stage.getWidth() : MiniView.WIDTH;
        Point2D corner =
                Place.of(x, y, width, height, screen.getBounds(), screen.getVisualBounds());
        stage.setX(corner.getX());
        stage.setY(corner.getY());
    }

    /** Closes it. */
    public void close() {
        stage.hide();
    }

    /** Whether somebody sees it. */
    public boolean seen() {
        return Seen.now(view);
    }

    /** Runs {@code turned} whenever it comes to be seen or goes. */
    public void follow(Runnable turned) {
        Seen.follow(view, turned, turned);
    }

    /** Whether it shows. */
    public boolean showing() {
        return stage.isShowing();
    }

    /** The stage, for pictures of it. */
    Stage stage() {
        return stage;
    }

    private void leave() {
        if (deeds.wayBack()) {
            close();
        } else {
            stage.setIconified(true);
        }
    }

    private void turned(boolean focused) {
        boolean away = !focused && stage.isShowing() && !stage.isIconified();
        if (away && !pinned && !view.choosing() && deeds.wayBack()) {
            leftAt = look.now();
            close();
        }
    }

    private void turnPin() {
        pinned = !pinned;
        stage.setAlwaysOnTop(pinned);
        view.pinned(pinned);
    }

    private void key(KeyEvent event) {
        boolean mine = true;
        if (event.getCode() == KeyCode.ESCAPE || TOGGLE.match(event)) {
            leave();
        } else {
            mine = range(event.getCode());
        }
        if (mine) {
            event.consume();
        }
    }

    private boolean range(KeyCode code) {
        switch (code) {
            case DIGIT1, NUMPAD1 -> model.graph().window().set(Window.MINUTE);
            case DIGIT2, NUMPAD2 -> model.graph().window().set(Window.FIVE_MINUTES);
            case DIGIT3, NUMPAD3 -> model.graph().window().set(Window.HOUR);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** It has no title bar: the header moves it. */
    private void hold() {
        view.handle()
                .addEventHandler(
                        MouseEvent.MOUSE_PRESSED,
                        event ->
                                held =
                                        new Point2D(
                                                event.getScreenX() - stage.getX(),
                                                event.getScreenY() - stage.getY()));
        view.handle()
                .addEventHandler(
                        MouseEvent.MOUSE_DRAGGED,
                        event -> {
                            stage.setX(event.getScreenX() - held.getX());
                            stage.setY(event.getScreenY() - held.getY());
                        });
    }
}
