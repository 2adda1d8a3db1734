package org.culvert.tunnel;

import org.culvert.net.Transport;
import org.culvert.packet.EchoProbe;
import org.culvert.packet.MssClamp;
import org.culvert.perf.StageSnapshot;
import org.culvert.platform.Clock;
import org.culvert.platform.Links;
import org.culvert.platform.PlatformException;
import org.culvert.platform.TunDevice;
import org.culvert.platform.Waiter;
import org.culvert.protocol.data.DataKeys;
import org.culvert.protocol.data.DataMessages;
import org.culvert.protocol.data.Opener;
import org.culvert.protocol.data.Sealer;
import org.culvert.protocol.data.StubFraming;
import org.culvert.spec.PacketSizes;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The data path in this process: two threads that share nothing but published keys. Started with a
 * link and a TUN; packets flow once keys are installed.
 */
public final class Pumps implements DataPath {
    private static final int V4_UDP = 28;
    private static final int V4_TCP = 40;
    private static final int V6_MORE = 20;
    private static final int V4_TCP_HEADERS = 40;

    private final Line line;
    private final Waiter tunWaiter;
    private final Waiter linkWaiter;
    private final OutboundPump outbound;
    private final InboundPump inbound;
    private final PumpCounters counters = new PumpCounters();
    private final List<Thread> threads = new ArrayList<>();
    private final PacketSizes sizes;
    private final Map<Integer, Installed> installed = new HashMap<>();

    private record Installed(Sealer sealer, MssClamp clamp) {}

    /** Pumps between {@code tun} and {@code line} that have not begun. */
    public Pumps(
            Links links,
            Clock clock,
            TunDevice tun,
            Line line,
            PumpListener listener,
            PacketSizes sizes)
            throws PlatformException {
        this.line = line;
        this.tunWaiter = links.waiterOn(tun.descriptor());
        this.linkWaiter = links.waiterOn(line.link().descriptor());
        this.outbound = new OutboundPump(tun, line, tunWaiter, clock, listener, counters);
        this.inbound = new InboundPump(tun, line, linkWaiter, clock, listener, counters);
        this.sizes = sizes;
    }

    @Override
    public String name() {
        return "pumps";
    }

    @Override
    public void start(String name) {
        threads.add(Thread.ofPlatform().name(name + "-out").daemon().start(outbound));
        threads.add(Thread.ofPlatform().name(name + "-in").daemon().start(inbound));
    }

    @Override
    public void install(DataKeys keys, StubFraming framing) {
        forget(keys.keyId());
        var sealer = new Sealer(keys, framing);
        MssClamp clamp = clamp(sealer);
        installed.put(keys.keyId(), new Installed(sealer, clamp));
        inbound.open(keys.keyId(), new Opener(keys, framing), clamp);
    }

    @Override
    public void sealWith(int keyId) {
        Installed chosen = installed.get(keyId);
        if (chosen != null) {
            outbound.use(chosen.sealer(), chosen.clamp());
        }
    }

    @Override
    public void forget(int keyId) {
        inbound.forget(keyId);
        Installed old = installed.remove(keyId);
        if (old != null) {
            outbound.retire(old.sealer());
        }
    }

    @Override
    public boolean sendControl(ByteBuffer packet) {
        return outbound.send(packet, false);
    }

    @Override
    public void sendPing() {
        byte[] ping = new byte[16];
        outbound.send(ByteBuffer.wrap(ping, 0, DataMessages.putPing(ping, 0)), true);
    }

    @Override
    public void sendExit() {
        byte[] exit = new byte[17];
        outbound.send(ByteBuffer.wrap(exit, 0, DataMessages.putExit(exit, 0)), true);
    }

    @Override
    public void sendProbe(EchoProbe probe, int sequence) {
        inbound.watchFor(probe);
        outbound.send(ByteBuffer.wrap(probe.request(sequence)), true);
    }

    @Override
    public DataCounters counters() {
        return counters.read();
    }

    @Override
    public long lastSentNanos() {
        return counters.lastSentNanos();
    }

    @Override
    public DropCounts drops() {
        return counters.drops();
    }

    @Override
    public StageSnapshot stages() {
        return outbound.timer().snapshot().plus(inbound.timer().snapshot());
    }

    /** Ends both threads, sends what is queued, closes the link and wipes the keys. */
    @Override
    public void close() {
        outbound.stop();
        inbound.stop();
        for (Thread thread : threads) {
            try {
                thread.join(2000);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
        for (int keyId = 0; keyId < 8; keyId++) {
            forget(keyId);
        }
        outbound.wipeRetired();
        inbound.wipeRetired();
        if (threads.stream().noneMatch(Thread::isAlive)) {
            outbound.free();
            inbound.free();
        }
        line.link().close();
        tunWaiter.close();
        linkWaiter.close();
    }

    /** Protocol 10.4 (C: {@code frame_calculate_mssfix}). */
    private MssClamp clamp(Sealer sealer) {
        int bound = sizes.mssFix().octets();
        if (bound == 0) {
            return new MssClamp(0, 0);
        }
        int packet =
                switch (sizes.mssFix().of()) {
                    case INNER_PACKET -> bound;
                    case OUTER_PACKET -> sealer.room(bound - outer() - front());
                    case DATAGRAM -> sealer.room(bound - front());
                };
        int mss4 = packet - V4_TCP_HEADERS;
        return new MssClamp(mss4, mss4 - V6_MORE);
    }

    private int outer() {
        int v4 = line.link().transport() == Transport.UDP ? V4_UDP : V4_TCP;
        return line.link().remote().address().v6() ? v4 + V6_MORE : v4;
    }

    /** Octets between the outer headers and what is sealed. */
    private int front() {
        return line.link().transport() == Transport.TCP ? 2 : line.front().remaining();
    }
}
