package org.culvert.desktop.log;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

import org.culvert.desktop.look.Look;
import org.culvert.ipc.Response;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The newest lines of the helper's diary, searched. Knows no node; used on one thread. */
public final class LogModel {
    /** Older lines are forgotten. */
    static final int MOST = 5000;

    private final Look look;
    private final ObservableList<Response.LogLine> all = FXCollections.observableArrayList();
    private final FilteredList<Response.LogLine> hits = new FilteredList<>(all);
    private final StringProperty query = new SimpleStringProperty("");
    private final BooleanProperty following = new SimpleBooleanProperty(true);
    private long newest = Long.MIN_VALUE;

    /** A log without lines. */
    public LogModel(Look look) {
        this.look = look;
        query.subscribe(typed -> hits.setPredicate(this::matches));
    }

    /** Takes lines, oldest first; a line that is known already is passed over. */
    public void add(List<Response.LogLine> lines) {
        List<Response.LogLine> fresh =
                lines.stream().filter(line -> line.number() > newest).toList();
        if (fresh.isEmpty()) {
            return;
        }
        newest = fresh.getLast().number();
        all.addAll(fresh);
        if (all.size() > MOST) {
            all.remove(0, all.size() - MOST);
        }
    }

    /** Lines are numbered anew: another helper has started. */
    public void restart() {
        newest = Long.MIN_VALUE;
    }

    private boolean matches(Response.LogLine line) {
        return text(line)
                .toLowerCase(Locale.ROOT)
                .contains(query.get().strip().toLowerCase(Locale.ROOT));
    }

    /** The lines that contain what is searched for. */
    public ObservableList<Response.LogLine> lines() {
        return hits;
    }

    /** What is searched for. */
    StringProperty query() {
        return query;
    }

    /** Whether the newest line stays in view. */
    BooleanProperty following() {
        return following;
    }

    /** A sentence in place of lines, where there are none. */
    Optional<String> nothing() {
        if (!hits.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                all.isEmpty()
                        ? look.text("log.empty")
                        : look.text("log.none", query.get().strip()));
    }

    /** The time of {@code line} on the clock. */
    String time(Response.LogLine line) {
        return look.timeOfDay(line.atMillis());
    }

    /** A line as it is copied. */
    private String text(Response.LogLine line) {
        return time(line) + "  " + line.text();
    }

    /** {@code lines} as one text. */
    String text(List<Response.LogLine> lines) {
        return lines.stream().map(this::text).collect(Collectors.joining("\n", "", "\n"));
    }
}
