package org.culvert.helper;

import org.culvert.ipc.Response.LogLine;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** What happened, for people: the last lines in memory, every line on stderr. Safe for threads. */
final class Diary {
    private static final int KEPT = 2000;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

    private final Deque<LogLine> lines = new ArrayDeque<>();
    private final List<Consumer<LogLine>> readers = new CopyOnWriteArrayList<>();
    private long next = 1;

    void write(String text) {
        LogLine line;
        synchronized (this) {
            line = new LogLine(next++, System.currentTimeMillis(), text);
            if (lines.size() == KEPT) {
                lines.removeFirst();
            }
            lines.addLast(line);
        }
        System.err.println(TIME.format(Instant.ofEpochMilli(line.atMillis())) + " " + text);
        readers.forEach(reader -> reader.accept(line));
    }

    synchronized List<LogLine> after(long number, int most) {
        var page = new ArrayList<LogLine>();
        for (LogLine line : lines) {
            if (line.number() > number && page.size() < most) {
                page.add(line);
            }
        }
        return page;
    }

    void follow(Consumer<LogLine> reader) {
        readers.add(reader);
    }

    void leave(Consumer<LogLine> reader) {
        readers.remove(reader);
    }
}
