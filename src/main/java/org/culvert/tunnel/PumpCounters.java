package org.culvert.tunnel;

import org.culvert.protocol.data.Drop;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/** Counters with one writer each, read by others without a lock. */
final class PumpCounters {
    private static final int BYTES_IN = 0;
    private static final int PACKETS_IN = 1;
    private static final int LAST_OPENED = 2;
    private static final int BYTES_OUT = 8;
    private static final int PACKETS_OUT = 9;
    private static final int LAST_SENT = 10;

    private final AtomicLongArray values = new AtomicLongArray(16);
    private final Map<Drop, AtomicLong> drops = new EnumMap<>(Drop.class);

    PumpCounters() {
        for (Drop reason : Drop.values()) {
            drops.put(reason, new AtomicLong());
        }
    }

    void opened(long nowNanos) {
        values.setOpaque(LAST_OPENED, nowNanos);
    }

    void in(int octets) {
        values.setOpaque(BYTES_IN, values.getPlain(BYTES_IN) + octets);
        values.setOpaque(PACKETS_IN, values.getPlain(PACKETS_IN) + 1);
    }

    void out(int octets) {
        values.setOpaque(BYTES_OUT, values.getPlain(BYTES_OUT) + octets);
        values.setOpaque(PACKETS_OUT, values.getPlain(PACKETS_OUT) + 1);
    }

    void sent(long nowNanos) {
        values.setOpaque(LAST_SENT, nowNanos);
    }

    void drop(Drop reason) {
        AtomicLong count = count(reason);
        count.setOpaque(count.getPlain() + 1);
    }

    long lastSentNanos() {
        return values.getOpaque(LAST_SENT);
    }

    DropCounts drops() {
        var counts = new EnumMap<Drop, Long>(Drop.class);
        drops.forEach((reason, count) -> counts.put(reason, count.getOpaque()));
        counts.values().removeIf(count -> count == 0);
        return new DropCounts(counts);
    }

    private AtomicLong count(Drop reason) {
        return Objects.requireNonNull(drops.get(reason));
    }

    DataCounters read() {
        return new DataCounters(
                values.getOpaque(BYTES_IN),
                values.getOpaque(BYTES_OUT),
                values.getOpaque(PACKETS_IN),
                values.getOpaque(PACKETS_OUT),
                values.getOpaque(LAST_OPENED));
    }
}
