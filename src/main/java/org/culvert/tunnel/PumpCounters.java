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
    private static final int CARRIED_IN = 3;
    private static final int BYTES_OUT = 8;
    private static final int PACKETS_OUT = 9;
    private static final int LAST_SENT = 10;
    private static final int CARRIED_OUT = 11;

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
        echoIn(octets);
        add(CARRIED_IN, octets);
    }

    /** An answer to our own echo. */
    void echoIn(int octets) {
        add(BYTES_IN, octets);
        add(PACKETS_IN, 1);
    }

    void out(int octets) {
        echoOut(octets);
        add(CARRIED_OUT, octets);
    }

    /** Our own echo. */
    void echoOut(int octets) {
        add(BYTES_OUT, octets);
        add(PACKETS_OUT, 1);
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

    private void add(int counter, int more) {
        values.setOpaque(counter, values.getPlain(counter) + more);
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
                values.getOpaque(LAST_OPENED),
                values.getOpaque(CARRIED_IN) + values.getOpaque(CARRIED_OUT));
    }
}
