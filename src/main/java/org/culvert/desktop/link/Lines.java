package org.culvert.desktop.link;

import org.culvert.ipc.Response.LogLine;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Puts lines of the diary in the order of their numbers, which grow by one: those read in pages
 * first, then those that come as notices. Safe for threads.
 */
final class Lines {
    private final TreeMap<Long, LogLine> early = new TreeMap<>();
    private long newest = -1;

    /** All pages have been read, up to {@code last}; gives what notices have brought meanwhile. */
    synchronized List<LogLine> follow(long last) {
        newest = last;
        early.headMap(last, true).clear();
        return ready();
    }

    /** A notice; gives the lines whose turn it is. */
    synchronized List<LogLine> add(LogLine line) {
        if (line.number() > newest) {
            early.put(line.number(), line);
        }
        return newest < 0 ? List.of() : ready();
    }

    private List<LogLine> ready() {
        var ready = new ArrayList<LogLine>();
        while (early.containsKey(newest + 1)) {
            newest++;
            ready.add(early.remove(newest));
        }
        return ready;
    }
}
