package org.culvert.desktop.profiles;

import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Lets files be dropped on a node, which is marked while they hang over it. */
public final class FileDrop {
    private FileDrop() {}

    /** Gives files dropped on {@code node} to {@code dropped}. */
    public static void on(Node node, Consumer<List<Path>> dropped) {
        node.addEventHandler(
                DragEvent.DRAG_OVER,
                event -> {
                    if (event.getDragboard().hasFiles()) {
                        event.acceptTransferModes(TransferMode.COPY);
                        event.consume();
                    }
                });
        node.addEventHandler(
                DragEvent.DRAG_ENTERED, event -> mark(node, event.getDragboard().hasFiles()));
        node.addEventHandler(DragEvent.DRAG_EXITED, event -> mark(node, false));
        node.addEventHandler(
                DragEvent.DRAG_DROPPED,
                event -> {
                    List<Path> files =
                            event.getDragboard().getFiles().stream().map(File::toPath).toList();
                    event.setDropCompleted(!files.isEmpty());
                    event.consume();
                    if (!files.isEmpty()) {
                        dropped.accept(files);
                    }
                });
    }

    private static void mark(Node node, boolean over) {
        node.getStyleClass().remove("over");
        if (over) {
            node.getStyleClass().add("over");
        }
    }
}
