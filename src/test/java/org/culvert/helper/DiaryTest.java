package org.culvert.helper;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.culvert.ipc.Response.LogLine;
import org.junit.jupiter.api.Test;

import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

class DiaryTest {
    private static final UserPrincipal ANNA = () -> "anna";
    private static final UserPrincipal BERT = () -> "bert";

    private final Diary diary = new Diary();

    private static List<String> texts(List<LogLine> lines) {
        return lines.stream().map(LogLine::text).toList();
    }

    @Test
    void aLineAboutATunnelIsReadByItsOwnerOnly() {
        diary.write("listening");
        diary.write(ANNA, "office: connected");

        assertEquals(
                List.of("listening", "office: connected"), texts(diary.after(0, 10, ANNA::equals)));
        assertEquals(List.of("listening"), texts(diary.after(0, 10, BERT::equals)));
    }

    @Test
    void whoFollowsHearsWhatHeMaySee() {
        var heard = new ArrayList<LogLine>();
        diary.follow(heard::add, BERT::equals);

        diary.write(ANNA, "hers");
        diary.write(BERT, "his");
        diary.write("everybody's");

        assertEquals(List.of("his", "everybody's"), texts(heard));
    }

    @Test
    void pagesGoOnWhereTheLastOneEnded() {
        for (int i = 1; i <= 5; i++) {
            diary.write("line " + i);
        }

        List<LogLine> first = diary.after(0, 2, _ -> true);
        List<LogLine> second = diary.after(first.getLast().number(), 9, _ -> true);

        assertEquals(List.of("line 1", "line 2"), texts(first));
        assertEquals(List.of("line 3", "line 4", "line 5"), texts(second));
    }

    @Test
    void onlyTheLastLinesAreKept() {
        for (int i = 1; i <= 2100; i++) {
            diary.write("line " + i);
        }

        assertEquals("line 101", diary.after(0, 1, _ -> true).getFirst().text());
    }

    @Test
    void whoLeavesHearsNothingMore() {
        var heard = new ArrayList<LogLine>();
        Consumer<LogLine> reader = heard::add;
        diary.follow(reader, _ -> true);
        diary.leave(reader);

        diary.write("late");

        assertEquals(List.of(), heard);
    }
}
