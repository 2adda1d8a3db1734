package org.culvert.desktop;

import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.culvert.desktop.look.Fonts;
import org.culvert.desktop.look.Theme;
import org.testfx.api.FxToolkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;

/** The toolkit for tests: started once, used from any thread, pictures of what it shows. */
public final class Fx {
    private static boolean started;

    private Fx() {}

    private static synchronized void start() {
        if (started) {
            return;
        }
        started = true;
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.SIMPLIFIED_CHINESE); // the toolkit asks once which forms to draw
        try {
            FxToolkit.registerPrimaryStage();
        } catch (TimeoutException e) {
            throw new IllegalStateException("the toolkit does not start", e);
        }
        on(() -> {
            Platform.setImplicitExit(false);
            Fonts.load();
            return new Text("设").getLayoutBounds();
        });
        Locale.setDefault(before);
    }

    /** What {@code work} gives on the application thread. */
    public static <T> T on(Callable<T> work) {
        var result = new CompletableFuture<T>();
        Runnable task =
                () -> {
                    try {
                        result.complete(work.call());
                    } catch (Exception | AssertionError e) {
                        result.completeExceptionally(e);
                    }
                };
        if (Platform.isFxApplicationThread()) {
            task.run();
        } else {
            start();
            Platform.runLater(task);
        }
        try {
            return result.join();
        } catch (CompletionException e) {
            throw new AssertionError(e.getCause());
        }
    }

    /** Runs {@code work} on the application thread, and whatever that has put off. */
    public static void run(Runnable work) {
        on(() -> {
            work.run();
            return true;
        });
        settle();
    }

    /** Lets everything happen that was put off, and everything find its place. */
    public static void settle() {
        for (int i = 0; i < 3; i++) {
            on(() -> {
                Window.getWindows().forEach(window -> lay(window.getScene().getRoot()));
                return true;
            });
        }
    }

    private static void lay(Parent root) {
        root.applyCss();
        root.layout();
    }

    /** Shows {@code root} in a window of that size. */
    public static Stage show(Theme theme, Parent root, double width, double height) {
        Stage stage =
                on(() -> {
                    var scene = new Scene(root, width, height);
                    theme.dress(scene);
                    var window = new Stage();
                    window.setScene(scene);
                    window.show();
                    root.applyCss();
                    root.layout();
                    return window;
                });
        settle();
        return stage;
    }

    /** Closes a window. */
    public static void close(Stage stage) {
        run(stage::close);
    }

    /** The node with that id. */
    public static <T extends Node> T node(Stage stage, Class<T> type, String id) {
        return on(() -> {
            Node found = stage.getScene().lookup("#" + id);
            if (found == null) {
                throw new AssertionError("no node #" + id);
            }
            return type.cast(found);
        });
    }

    /** Presses a key where the focus is. */
    public static void press(Stage stage, KeyCode code) {
        press(stage, code, "");
    }

    /** Presses a key together with {@code held}: Ctrl, Alt or nothing. */
    public static void press(Stage stage, KeyCode code, String held) {
        boolean ctrl = held.equals("Ctrl");
        boolean alt = held.equals("Alt");
        for (var type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
            var event = new KeyEvent(type, "", "", code, false, ctrl, alt, false);
            run(() -> {
                Node focused = stage.getScene().getFocusOwner();
                Event.fireEvent(focused == null ? stage.getScene() : focused, event);
            });
        }
    }

    /** Types letters where the focus is. */
    public static void type(Stage stage, String letters) {
        letters.codePoints()
                .mapToObj(Character::toString)
                .forEach(letter -> run(() -> typed(stage.getScene().getFocusOwner(), letter)));
    }

    private static void typed(Node focused, String letter) {
        Event.fireEvent(
                focused,
                new KeyEvent(
                        KeyEvent.KEY_TYPED,
                        letter,
                        letter,
                        KeyCode.UNDEFINED,
                        false,
                        false,
                        false,
                        false));
    }

    /** Clicks {@code node} that many times in a row. */
    public static void click(Node node, int times) {
        for (int i = 1; i <= times; i++) {
            int count = i;
            run(() -> {
                Event.fireEvent(node, mouse(node, MouseEvent.MOUSE_PRESSED, count));
                Event.fireEvent(node, mouse(node, MouseEvent.MOUSE_RELEASED, count));
                Event.fireEvent(node, mouse(node, MouseEvent.MOUSE_CLICKED, count));
            });
        }
    }

    /** Moves the mouse onto {@code node}. */
    public static void enter(Node node) {
        run(() -> Event.fireEvent(node, mouse(node, MouseEvent.MOUSE_ENTERED, 0)));
    }

    private static MouseEvent mouse(
            Node node, javafx.event.EventType<MouseEvent> type, int clicks) {
        var at = node.localToScreen(4, 4);
        var inside = node.localToScene(4, 4);
        return new MouseEvent(
                type,
                inside.getX(),
                inside.getY(),
                at.getX(),
                at.getY(),
                MouseButton.PRIMARY,
                clicks,
                false,
                false,
                false,
                false,
                type == MouseEvent.MOUSE_PRESSED,
                false,
                false,
                false,
                false,
                true,
                new PickResult(node, inside.getX(), inside.getY()));
    }

    /** The words of all labels and buttons of {@code part}, in order. */
    public static List<String> words(Parent part) {
        return on(() -> {
            var found = new ArrayList<String>();
            collect(part, found);
            return found;
        });
    }

    private static void collect(Parent parent, List<String> found) {
        for (Node node : parent.getChildrenUnmodifiable()) {
            if (node instanceof Labeled words) {
                found.add(words.getText());
            } else if (node instanceof Parent inner) {
                collect(inner, found);
            }
        }
    }

    /** Saves what the window shows as {@code target/screenshots/NAME.png}. */
    public static void picture(Stage stage, String name) {
        byte[] image = on(() -> Png.of(stage.getScene().snapshot(null)));
        Path file = Path.of("target", "screenshots", name + ".png");
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, image);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
