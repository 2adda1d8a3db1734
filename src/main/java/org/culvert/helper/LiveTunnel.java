package org.culvert.helper;

import org.culvert.perf.History;
import org.culvert.perf.TrafficSample;
import org.culvert.spec.ConnectSpec;
import org.culvert.tunnel.DataCounters;
import org.culvert.tunnel.TunnelRunner;
import org.culvert.tunnel.TunnelStatus;

import java.nio.file.attribute.UserPrincipal;

/** A tunnel that somebody asked for, with its traffic of the last hour. */
final class LiveTunnel {
    private final String id;
    private final UserPrincipal owner;
    private final ConnectSpec spec;
    private final TunnelRunner runner;
    private final History history = new History();
    private DataCounters last = DataCounters.NONE;
    private long lastMillis = System.currentTimeMillis();

    LiveTunnel(String id, UserPrincipal owner, ConnectSpec spec, TunnelRunner runner) {
        this.id = id;
        this.owner = owner;
        this.spec = spec;
        this.runner = runner;
    }

    String id() {
        return id;
    }

    UserPrincipal owner() {
        return owner;
    }

    String profile() {
        return spec.profile();
    }

    TunnelRunner runner() {
        return runner;
    }

    /** Whether all traffic of this machine is for it, or would be. */
    boolean hasAllTraffic() {
        return spec.routing().redirect()
                || runner.status().network().filter(TunnelStatus.Network::full).isPresent();
    }

    History history() {
        return history;
    }

    /** Takes a sample of what flowed since the last one. One thread only. */
    TrafficSample sample() {
        DataCounters now = runner.counters();
        long millis = System.currentTimeMillis();
        int span = (int) Math.max(1, millis - lastMillis);
        long in = now.bytesIn() - last.bytesIn();
        long out = now.bytesOut() - last.bytesOut();
        var sample =
                new TrafficSample(
                        millis,
                        span,
                        in,
                        out,
                        in * 1000 / span,
                        out * 1000 / span,
                        runner.rttMillis());
        last = now;
        lastMillis = millis;
        history.add(sample);
        return sample;
    }
}
