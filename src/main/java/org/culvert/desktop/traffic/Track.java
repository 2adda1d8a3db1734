package org.culvert.desktop.traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one connection has left behind: its traffic and its marks. Owned by one thread. */
public final class Track {
    private static final int MOST_MARKS = 200;

    private History history = new History();
    private final List<Mark> marks = new ArrayList<>();
    private Optional<Totals> totals = Optional.empty();

    /** Its traffic. */
    public History history() {
        return history;
    }

    /** Its whole traffic will be told anew; what was highest is not forgotten. */
    public void renew() {
        history = new History(history.peakDown(), history.peakUp());
    }

    /** What had flowed by the newest sample; empty before the first. */
    public Optional<Totals> totals() {
        return totals;
    }

    /** By the newest sample {@code all} had flowed. */
    public void totals(Totals all) {
        totals = Optional.of(all);
    }

    /** Adds a mark; the oldest of very many is forgotten. */
    public void mark(Mark mark) {
        if (marks.size() == MOST_MARKS) {
            marks.removeFirst();
        }
        marks.add(mark);
    }

    /** Marks between two times, in milliseconds since 1970. */
    List<Mark> marks(long from, long to) {
        return marks.stream().filter(m -> m.millis() >= from && m.millis() <= to).toList();
    }
}
