package org.culvert.desktop.traffic;

import org.culvert.desktop.look.Look;
import org.culvert.desktop.look.Numbers;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a session that is over.
 *
 * @param from when it began, milliseconds since 1970
 * @param to when its last traffic was seen
 * @param octets both ways
 */
public record LastSession(long from, long to, long octets) {
    /** The session that left {@code track}; an attempt without traffic was none. */
    public static Optional<LastSession> of(Track track) {
        History history = track.history();
        List<Slice> slices = history.since(0);
        long octets = history.totalDown() + history.totalUp();
        return slices.isEmpty() || octets == 0
                ? Optional.empty()
                : Optional.of(
                        new LastSession(
                                slices.getFirst().start(),
                                slices.getLast().end(),
                                Math.max(octets, track.totals().map(Totals::both).orElse(0L))));
    }

    /** One line: yesterday, 1 h 15 min, 2.4 GB. */
    public String line(Look look) {
        String span = look.numbers().span(Duration.ofMillis(to - from));
        return look.text("last.line", day(look), span, Numbers.total(octets));
    }

    /** Day and clock times: yesterday 17:40 – 18:55. */
    String times(Look look) {
        boolean brief = to - from < 60_000;
        return look.text("last.times", day(look), look.clock(from, brief), look.clock(to, brief));
    }

    private String day(Look look) {
        return look.day(Instant.ofEpochMilli(from));
    }
}
