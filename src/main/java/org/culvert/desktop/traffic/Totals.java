package org.culvert.desktop.traffic;

import org.culvert.ipc.Connection;

import java.util.Optional;

/**
 * What has flowed since a connection began.
 *
 * @param in octets received
 * @param out octets sent
 */
public record Totals(long in, long out) {
    /** Those of the newest sample: the helper tells a status only where something else changed. */
    public static Totals of(Connection connection, Optional<Track> track) {
        return track.flatMap(Track::totals)
                .orElseGet(() -> new Totals(connection.bytesIn(), connection.bytesOut()));
    }

    long both() {
        return in + out;
    }
}
