package org.culvert.tunnel;

import org.culvert.net.Transport;
import org.culvert.packet.MssClamp;
import org.culvert.perf.Stage;
import org.culvert.perf.StageTimer;
import org.culvert.platform.Batch;
import org.culvert.platform.Clock;
import org.culvert.platform.Link;
import org.culvert.platform.PlatformException;
import org.culvert.platform.TunDevice;
import org.culvert.platform.Waiter;
import org.culvert.protocol.data.Sealer;
import org.culvert.protocol.proxy.RelayHeader;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * From the TUN to the link, and the only one who writes to the link: control packets, pings and
 * probes come by a bounded queue (C: {@code process_incoming_tun}, {@code process_outgoing_link}).
 */
final class OutboundPump implements Runnable {
    private static final int QUEUE = 256;
    private static final int FRAME = 2;
    private static final int FRONT = RelayHeader.MOST;
    private static final int AT = FRONT + Sealer.HEAD_ROOM;
    private static final long IDLE_NANOS = 1_000_000_000L;

    /** Octets to send: as they are, or sealed first. */
    private record Errand(ByteBuffer octets, boolean seal) {}

    private final TunDevice tun;
    private final Link link;
    private final Waiter waiter;
    private final Clock clock;
    private final PumpListener listener;
    private final PumpCounters counters;
    private final StageTimer timer;
    private final ArrayBlockingQueue<Errand> errands = new ArrayBlockingQueue<>(QUEUE);
    private final Queue<Sealer> retired = new ConcurrentLinkedQueue<>();
    private final Batch packets;
    private final Batch datagrams;
    private final byte[] buffer = new byte[AT + 65_536 + Sealer.TAIL_ROOM];
    private final boolean framed;
    private final ByteBuffer front;
    private volatile Sealer[] sealer = new Sealer[0];
    private volatile MssClamp clamp = new MssClamp(0, 0);
    private volatile boolean running = true;
    private boolean wornSaid;

    OutboundPump(
            TunDevice tun,
            Line line,
            Waiter waiter,
            Clock clock,
            PumpListener listener,
            PumpCounters counters) {
        this.tun = tun;
        this.link = line.link();
        this.front = line.front();
        this.waiter = waiter;
        this.clock = clock;
        this.listener = listener;
        this.counters = counters;
        this.timer = new StageTimer(clock::nanos);
        this.packets = tun.newBatch();
        this.datagrams = link.newBatch();
        this.framed = link.transport() == Transport.TCP;
    }

    StageTimer timer() {
        return timer;
    }

    /** Seals with this key from the next packet on. */
    void use(Sealer next, MssClamp nextClamp) {
        clamp = nextClamp;
        sealer = new Sealer[] {next};
        wornSaid = false;
        waiter.wake();
    }

    /** Wipes a key between two packets: never under the hands of the one that seals. */
    void retire(Sealer old) {
        retired.add(old);
        waiter.wake();
    }

    /** Wipes what is retired; by the pump's thread, or by another after its end. */
    void wipeRetired() {
        for (Sealer old = retired.poll(); old != null; old = retired.poll()) {
            old.close();
        }
    }

    /** Queues octets; false where the queue is full. */
    boolean send(ByteBuffer octets, boolean seal) {
        boolean taken = errands.offer(new Errand(octets, seal));
        waiter.wake();
        return taken;
    }

    /** Gives the slabs back; after the thread's end. */
    void free() {
        packets.close();
        datagrams.close();
    }

    void stop() {
        running = false;
        waiter.wake();
    }

    @Override
    public void run() {
        while (running) {
            try {
                step();
            } catch (PlatformException e) {
                listener.linkFailed(e);
                if (!e.refused() || framed) {
                    return;
                }
            }
        }
        sayLastWords();
    }

    private void step() throws PlatformException {
        wipeRetired();
        runErrands();
        if (sealer.length == 0 || !pump()) {
            idle();
        }
    }

    private void idle() throws PlatformException {
        try (var _ = timer.enter(Stage.IDLE)) {
            waiter.await(sealer.length == 0 ? 0 : Waiter.READABLE, IDLE_NANOS);
        }
    }

    private void sayLastWords() {
        try {
            runErrands();
        } catch (PlatformException _) {
            // the link is being closed anyway
        }
    }

    private void runErrands() throws PlatformException {
        Errand errand = errands.poll();
        if (errand == null) {
            return;
        }
        try (var _ = timer.enter(Stage.TIMERS)) {
            datagrams.clear();
            for (; errand != null; errand = errands.poll()) {
                int length = errand.octets().remaining();
                errand.octets().get(buffer, AT, length);
                if (errand.seal()) {
                    sealOwn(length);
                } else {
                    queue(AT, length);
                }
                flushIfFull();
            }
            flush();
        }
    }

    /** A probe is a packet that the peer sees; a ping is none. */
    private void sealOwn(int length) throws PlatformException {
        int version = (buffer[AT] & 0xff) >>> 4;
        if (seal(AT, length) && (version == 4 || version == 6)) {
            counters.echoOut(length);
        }
    }

    private boolean pump() throws PlatformException {
        int count;
        try (var _ = timer.enter(Stage.READ_TUN)) {
            count = tun.read(packets);
        }
        for (int i = 0; i < count; i++) {
            int length = packets.length(i);
            packets.slab().get(packets.offset(i), buffer, AT, length);
            clamp.apply(buffer, AT, length);
            if (seal(AT, length)) {
                counters.out(length);
            }
            flushIfFull();
        }
        flush();
        return count > 0;
    }

    private boolean seal(int at, int length) throws PlatformException {
        Sealer current = sealer.length == 0 ? null : sealer[0];
        if (current == null) {
            return false;
        }
        try (var _ = timer.enter(Stage.SEAL)) {
            int sealed = current.seal(buffer, at, length);
            if (current.worn() && !wornSaid) {
                wornSaid = true;
                listener.keyWorn();
            }
            if (sealed == Sealer.EXHAUSTED) {
                return false;
            }
            queue(current.offset(), sealed);
            return true;
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    /** Puts octets of the buffer into the batch, behind what the line puts in front. */
    private void queue(int at, int length) {
        int from = at;
        int size = length;
        if (framed) {
            from = at - FRAME;
            buffer[from] = (byte) (length >>> 8);
            buffer[from + 1] = (byte) length;
            size = length + FRAME;
        } else if (front.hasRemaining()) {
            from = at - front.remaining();
            front.get(front.position(), buffer, from, front.remaining());
            size = length + front.remaining();
        }
        int slot = datagrams.next();
        if (slot + size <= datagrams.slab().capacity() && datagrams.add(slot, size)) {
            datagrams.slab().put(slot, buffer, from, size);
        }
    }

    private void flushIfFull() throws PlatformException {
        if (datagrams.room() == 0) {
            flush();
        }
    }

    private void flush() throws PlatformException {
        if (datagrams.count() > 0) {
            try (var _ = timer.enter(Stage.WRITE_LINK)) {
                link.send(datagrams);
                counters.sent(clock.nanos());
            }
            datagrams.clear();
        }
    }
}
