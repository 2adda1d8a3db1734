package org.culvert.desktop.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.culvert.ipc.Response.LogLine;
import org.junit.jupiter.api.Test;

import java.util.List;

class LinesTest {
    private final Lines lines = new Lines();

    @Test
    void noticesWaitUntilThePagesHaveBeenRead() {
        assertEquals(List.of(), lines.add(line(8)));
        assertEquals(List.of(line(8)), lines.follow(7));
    }

    @Test
    void aLineOfThePagesDoesNotComeTwice() {
        assertEquals(List.of(), lines.add(line(7)));
        assertEquals(List.of(), lines.follow(7));
        assertEquals(List.of(), lines.add(line(7)));
    }

    @Test
    void linesThatOvertakeEachOtherComeInOrder() {
        assertEquals(List.of(), lines.follow(0));
        assertEquals(List.of(), lines.add(line(2)));
        assertEquals(List.of(line(1), line(2)), lines.add(line(1)));
    }

    private static LogLine line(long number) {
        return new LogLine(number, 1000 * number, "line " + number);
    }
}
