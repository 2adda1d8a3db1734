package org.culvert.tunnel;

import org.culvert.net.Transport;
import org.culvert.packet.EchoProbe;
import org.culvert.packet.MssClamp;
import org.culvert.perf.StageSnapshot;
import org.culvert.platform.Clock;
import org.culvert.platform.Link;
import org.culvert.platform.Links;
import org.culvert.platform.PlatformException;
import org.culvert.platform.TunDevice;
import org.culvert.platform.Waiter;
import org.culvert.protocol.data.DataKeys;
import org.culvert.protocol.data.DataMessages;
import org.culvert.protocol.data.Drop;
import org.culvert.protocol.data.Opener;
import org.culvert.protocol.data.Sealer;
import org.culvert.protocol.data.StubFraming;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The data path in this process: two threads that share nothing but published keys. Started with a
 * link and a TUN; packets flow once keys are installed.
 */
final class Pumps implements DataPath {
    private static final int V4_UDP = 28;
    private static final int V4_TCP = 40;
    private static final int V6_MORE = 20;
    private static final int ENCAPSULATED = 1492;

    private final Link link;
    private final Waiter tunWaiter;
    private final Waiter linkWaiter;
    private final OutboundPump outbound;
    private final InboundPump inbound;
    private final PumpCounters counters = new PumpCounters();
    private final List<Thread> threads = new ArrayList<>();
    private final int target;
    private final Map<Integer, Installed> installed = new HashMap<>();

    private record Installed(Sealer sealer, MssClamp clamp) {}

    /** {@code mssFix}: most octets of an encapsulated packet; 0: OpenVPN's default. */
    Pumps(Links links, Clock clock, TunDevice tun, Link link, PumpListener listener, int mssFix)
            throws PlatformException {
        this.link = link;
        this.tunWaiter = links.waiterOn(tun.descriptor());
        this.linkWaiter = links.waiterOn(link.descriptor());
        this.outbound = new OutboundPump(tun, link, tunWaiter, clock, listener, counters);
        this.inbound = new InboundPump(tun, link, linkWaiter, clock, listener, counters);
        this.target = mssFix == 0 ? ENCAPSULATED : mssFix;
    }

    void start(String name) {
        threads.add(Thread.ofPlatform().name(name + "-out").daemon().start(outbound));
        threads.add(Thread.ofPlatform().name(name + "-in").daemon().start(inbound));
    }

    @Override
    public void install(DataKeys keys, StubFraming framing) {
        forget(keys.keyId());
        var sealer = new Sealer(keys, framing);
        MssClamp clamp = MssClamp.of(target, outer(), sealer.overhead() + tcpLength());
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

    boolean sendControl(ByteBuffer packet) {
        return outbound.send(packet, false);
    }

    void sendPing() {
        byte[] ping = new byte[16];
        outbound.send(ByteBuffer.wrap(ping, 0, DataMessages.putPing(ping, 0)), true);
    }

    void sendExit() {
        byte[] exit = new byte[17];
        outbound.send(ByteBuffer.wrap(exit, 0, DataMessages.putExit(exit, 0)), true);
    }

    void sendProbe(EchoProbe probe, int sequence) {
        inbound.watchFor(probe);
        outbound.send(ByteBuffer.wrap(probe.request(sequence)), true);
    }

    @Override
    public DataCounters counters() {
        return counters.read();
    }

    long lastSentNanos() {
        return counters.lastSentNanos();
    }

    long dropped(Drop reason) {
        return counters.dropped(reason);
    }

    StageSnapshot stages() {
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
        link.close();
        tunWaiter.close();
        linkWaiter.close();
    }

    private int outer() {
        int v4 = link.transport() == Transport.UDP ? V4_UDP : V4_TCP;
        return link.remote().address().v6() ? v4 + V6_MORE : v4;
    }

    private int tcpLength() {
        return link.transport() == Transport.TCP ? 2 : 0;
    }
}
