package org.culvert.tunnel;

import org.culvert.net.Cidr;
import org.culvert.net.IpAddress;
import org.culvert.packet.EchoProbe;
import org.culvert.protocol.control.TunnelSettings;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Echoes to the gateway: when the next is due, what the last took, how many are lost. */
final class Probe {
    private static final long INTERVAL_NANOS = 10_000_000_000L;
    private static final long WATCHED_NANOS = 1_000_000_000L;
    private static final int REMEMBERED = 60;

    private final EchoProbe echo;
    private final Deque<Boolean> answered = new ArrayDeque<>();
    private int sequence;
    private long sentNanos;
    private boolean open;
    private int rttMillis = -1;

    private Probe(EchoProbe echo) {
        this.echo = echo;
    }

    /** A probe from our IPv4 address to the gateway; empty where one of them is not known. */
    static Optional<Probe> of(TunnelSettings settings, int id) {
        Optional<IpAddress> own =
                settings.addresses().stream()
                        .map(Cidr::address)
                        .filter(address -> !address.v6())
                        .findFirst();
        Optional<IpAddress> gateway = settings.gateway().filter(address -> !address.v6());
        return own.flatMap(from ->
                gateway.map(to -> new Probe(new EchoProbe(from.octets(), to.octets(), id))));
    }

    EchoProbe echo() {
        return echo;
    }

    /** The sequence number to send now; empty where none is due. */
    Optional<Integer> due(long nowNanos, boolean watched) {
        long interval = watched ? WATCHED_NANOS : INTERVAL_NANOS;
        if (sequence > 0 && nowNanos - sentNanos < interval) {
            return Optional.empty();
        }
        if (open) {
            remember(false);
        }
        open = true;
        sentNanos = nowNanos;
        sequence = sequence + 1 & 0xffff;
        return Optional.of(sequence);
    }

    /** An answer came. */
    void answer(int itsSequence, long nowNanos) {
        if (open && itsSequence == sequence) {
            open = false;
            rttMillis = (int) ((nowNanos - sentNanos + 500_000) / 1_000_000);
            remember(true);
        }
    }

    int rttMillis() {
        return rttMillis;
    }

    /** Of the last 60; -1 while none is known, or the gateway never answers echoes. */
    int lossPercent() {
        if (rttMillis < 0) {
            return -1;
        }
        long lost = answered.stream().filter(came -> !came).count();
        return (int) (100 * lost / Math.max(1, answered.size()));
    }

    private void remember(boolean came) {
        if (answered.size() == REMEMBERED) {
            answered.removeFirst();
        }
        answered.addLast(came);
    }
}
