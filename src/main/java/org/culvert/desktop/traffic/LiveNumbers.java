package org.culvert.desktop.traffic;

import org.culvert.desktop.look.Look;
import org.culvert.desktop.look.Numbers;
import org.culvert.desktop.look.Quantity;
import org.culvert.ipc.Connection;

import java.util.Optional;

/**
 * The numbers of a tunnel at one moment.
 *
 * @param down rate received
 * @param up rate sent
 * @param total octets of this session, both ways
 */
public record LiveNumbers(
        Quantity down,
        Quantity up,
        Quantity trip,
        Quantity total,
        String peakDown,
        String peakUp,
        String loss,
        String split) {
    private static final int RECENT_MILLIS = 1000;

    /** The numbers of {@code connection} and what is known of its traffic. */
    public static LiveNumbers of(Connection connection, Optional<Track> track, Look look) {
        Optional<Slice> recent = track.flatMap(t -> t.history().recent(RECENT_MILLIS));
        Totals all = Totals.of(connection, track);
        Quantity total = Numbers.total(all.both());
        Integer trip = connection.rttMillis();
        Integer loss = connection.lossPercent();
        return new LiveNumbers(
                Numbers.rate(recent.map(Slice::meanDown).orElse(0.0)),
                Numbers.rate(recent.map(Slice::meanUp).orElse(0.0)),
                trip == null ? new Quantity("–", "") : new Quantity(trip.toString(), "ms"),
                total,
                peak(track.map(t -> t.history().peakDown()).orElse(0.0), look),
                peak(track.map(t -> t.history().peakUp()).orElse(0.0), look),
                loss == null ? "" : look.text("numbers.loss", loss),
                "↓ "
                        + Numbers.totalIn(all.in(), total)
                        + "  ↑ "
                        + Numbers.totalIn(all.out(), total));
    }

    private static String peak(double octets, Look look) {
        return look.text("numbers.peak", Numbers.rate(octets));
    }

    /** One line: both rates in the unit of the larger. */
    public static String line(Optional<Track> track) {
        Optional<Slice> recent = track.flatMap(t -> t.history().recent(RECENT_MILLIS));
        double down = recent.map(Slice::meanDown).orElse(0.0);
        double up = recent.map(Slice::meanUp).orElse(0.0);
        Quantity larger = Numbers.rate(Math.max(down, up));
        if (larger.unit().isEmpty()) {
            return "↓ 0   ↑ 0";
        }
        return "↓ %s   ↑ %s %s"
                .formatted(Numbers.rateIn(down, larger), Numbers.rateIn(up, larger), larger.unit());
    }
}
