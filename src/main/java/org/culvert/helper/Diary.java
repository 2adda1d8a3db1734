package org.culvert.helper;

import org.culvert.ipc.Response.LogLine;

import java.nio.file.attribute.UserPrincipal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What happened, for people: the last lines in memory, every line on stderr. A line about
 * somebody's tunnel is read by those who see that tunnel. Safe for threads.
 */
final class Diary {
    private static final int KEPT = 2000;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

    private final Deque<Entry> entries = new ArrayDeque<>();
    private final Map<Consumer<LogLine>, Predicate<UserPrincipal>> readers =
            new ConcurrentHashMap<>();
    private long next = 1;

    private record Entry(LogLine line, Optional<UserPrincipal> about) {
        boolean seenBy(Predicate<UserPrincipal> sees) {
            return about.isEmpty() || sees.test(about.get());
        }
    }

    /** A line for everybody. */
    void write(String text) {
        write(text, Optional.empty());
    }

    /** A line about a tunnel of {@code owner}. */
    void write(UserPrincipal owner, String text) {
        write(text, Optional.of(owner));
    }

    private void write(String text, Optional<UserPrincipal> about) {
        Entry entry;
        synchronized (this) {
            entry = new Entry(new LogLine(next++, System.currentTimeMillis(), text), about);
            if (entries.size() == KEPT) {
                entries.removeFirst();
            }
            entries.addLast(entry);
        }
        Instant at = Instant.ofEpochMilli(entry.line().atMillis());
        System.err.println(TIME.format(at) + " " + text);
        readers.forEach((reader, sees) -> {
            if (entry.seenBy(sees)) {
                reader.accept(entry.line());
            }
        });
    }

    /** Lines after {@code number} for one who sees the tunnels of whom {@code sees} tells. */
    synchronized List<LogLine> after(long number, int most, Predicate<UserPrincipal> sees) {
        var page = new ArrayList<LogLine>();
        for (Entry entry : entries) {
            boolean wanted = entry.line().number() > number && entry.seenBy(sees);
            if (wanted && page.size() < most) {
                page.add(entry.line());
            }
        }
        return page;
    }

    void follow(Consumer<LogLine> reader, Predicate<UserPrincipal> sees) {
        readers.put(reader, sees);
    }

    void leave(Consumer<LogLine> reader) {
        readers.remove(reader);
    }
}
