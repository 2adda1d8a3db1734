package org.culvert.tunnel;

import org.culvert.packet.EchoProbe;
import org.culvert.perf.StageSnapshot;
import org.culvert.protocol.data.DataKeys;
import org.culvert.protocol.data.StubFraming;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** A data path that carries nothing by itself; what is to be sent is kept. */
final class StillPath implements DataPath {
    final List<ByteBuffer> sent = new ArrayList<>();
    private long openedNanos;
    private long carried;
    int pings;

    /** A data packet was authenticated. */
    void opened(long nowNanos) {
        openedNanos = nowNanos;
    }

    /** Packets went through, this many octets of them. */
    void carried(int octets) {
        carried += octets;
    }

    @Override
    public String name() {
        return "still";
    }

    @Override
    public void start(String name) {
        sent.clear();
    }

    @Override
    public void install(DataKeys keys, StubFraming framing) {
        // nothing is opened
    }

    @Override
    public void sealWith(int keyId) {
        // nothing is sealed
    }

    @Override
    public void forget(int keyId) {
        // there are no keys
    }

    @Override
    public boolean sendControl(ByteBuffer packet) {
        return sent.add(packet);
    }

    @Override
    public void sendPing() {
        pings++;
    }

    @Override
    public void sendExit() {
        // nothing is sealed
    }

    @Override
    public void sendProbe(EchoProbe probe, int sequence) {
        // nothing is sealed
    }

    @Override
    public DataCounters counters() {
        return new DataCounters(0, 0, 0, 0, openedNanos, carried);
    }

    @Override
    public long lastSentNanos() {
        return 0;
    }

    @Override
    public DropCounts drops() {
        return DropCounts.NONE;
    }

    @Override
    public StageSnapshot stages() {
        return StageSnapshot.NONE;
    }

    @Override
    public void close() {
        // nothing is open
    }
}
