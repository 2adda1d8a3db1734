package org.culvert.desktop.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

import org.culvert.desktop.Fx;
import org.culvert.desktop.Sample;
import org.culvert.desktop.look.Look;
import org.culvert.ipc.Response.LogLine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.LongStream;

@SuppressWarnings("NullAway.Init")
class LogViewTest {
    private final Look look = Sample.look(Locale.ENGLISH);
    private LogModel model;
    private LogView view;
    private Stage stage;

    @BeforeEach
    void show() {
        model = new LogModel(look);
        view = Fx.on(() -> new LogView(look, model));
        stage = Fx.show(look.theme(), view, 700, 300);
    }

    @AfterEach
    void close() {
        Fx.close(stage);
    }

    @Test
    void anEmptyLogSaysWhenItStarts() {
        Label empty = Fx.node(stage, Label.class, "log-empty");
        assertTrue(Fx.on(empty::isVisible));

        Fx.run(() -> model.add(Sample.log()));
        assertFalse(Fx.on(empty::isVisible));
    }

    @Test
    void aLineIsTakenOnceAndAnotherHelperStartsAnew() {
        Fx.run(() -> model.add(Sample.log()));
        Fx.run(() -> model.add(Sample.log()));
        assertEquals(7, model.lines().size());

        Fx.run(model::restart);
        Fx.run(() -> model.add(Sample.log()));
        assertEquals(14, model.lines().size());
    }

    @Test
    void escapeTakesTheSearchAwayAndThenIsNoLongerTheFields() {
        Fx.run(() -> {
            model.query().set("keys");
            view.search();
        });

        Fx.press(stage, KeyCode.ESCAPE);
        assertEquals("", model.query().get());

        var passed = new ArrayList<KeyCode>();
        Fx.run(() ->
                stage.getScene()
                        .addEventHandler(
                                KeyEvent.KEY_PRESSED, event -> passed.add(event.getCode())));
        Fx.press(stage, KeyCode.ESCAPE);
        assertEquals(List.of(KeyCode.ESCAPE), passed);
    }

    @Test
    void theOldestOfVeryManyAreForgotten() {
        Fx.run(() -> model.add(lines(0, LogModel.MOST + 10)));

        assertEquals(LogModel.MOST, model.lines().size());
        assertEquals("line 10", model.lines().getFirst().text());
    }

    @Test
    void manyLinesNeedOnlyAHandfulOfCellsAndTheNewestIsSeen() {
        Fx.run(() -> model.add(lines(0, 4000)));
        Fx.settle();

        assertTrue(Fx.on(() -> view.lookupAll(".list-cell").size()) < 40);
        assertTrue(seen("line 3999"));
    }

    @Test
    void goingUpEndsFollowingAndTheEndKeyBeginsItAgain() {
        Fx.run(() -> model.add(lines(0, 500)));
        Fx.run(Fx.node(stage, ListView.class, "log")::requestFocus);

        Fx.press(stage, KeyCode.PAGE_UP);
        assertFalse(model.following().get());

        Fx.press(stage, KeyCode.END);
        assertTrue(model.following().get());
    }

    @Test
    void aSearchKeepsTheLinesThatContainIt() {
        Fx.run(() -> model.add(Sample.log()));

        Fx.run(() -> model.query().set("TLS"));
        assertEquals(1, model.lines().size());

        Fx.run(() -> model.query().set("zebra"));
        assertEquals(Optional.of("No line contains “zebra”"), model.nothing());
    }

    @Test
    void theWholeLogOrTheSelectedLinesAreCopied() {
        Fx.run(() -> model.add(Sample.log().subList(0, 2)));
        Button copy = Fx.node(stage, Button.class, "log-copy");

        Fx.run(copy::fire);
        String whole =
                """
                14:31:22  Office: connecting to vpn.example.org (203.0.113.7:1194, UDP)
                14:31:29  Office: server answered after 24 ms
                """;
        assertEquals(whole, clipboard());

        ListView<?> list = Fx.node(stage, ListView.class, "log");
        Fx.run(() -> list.getSelectionModel().select(1));
        Fx.run(copy::fire);
        assertEquals("14:31:29  Office: server answered after 24 ms\n", clipboard());
    }

    private static String clipboard() {
        return Fx.on(() -> Clipboard.getSystemClipboard().getString());
    }

    private boolean seen(String text) {
        return Fx.on(() ->
                view.lookupAll(".list-cell").stream()
                        .anyMatch(cell ->
                                cell.isVisible()
                                        && String.valueOf(cell.getAccessibleText())
                                                .endsWith(text)));
    }

    private static List<LogLine> lines(long from, long to) {
        return LongStream.range(from, to)
                .mapToObj(i -> new LogLine(i, Sample.NOW.toEpochMilli(), "line " + i))
                .toList();
    }
}
