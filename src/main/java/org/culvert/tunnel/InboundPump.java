package org.culvert.tunnel;

import org.culvert.net.Transport;
import org.culvert.packet.EchoProbe;
import org.culvert.packet.MssClamp;
import org.culvert.perf.Stage;
import org.culvert.perf.StageTimer;
import org.culvert.platform.Batch;
import org.culvert.platform.Clock;
import org.culvert.platform.Link;
import org.culvert.platform.PlatformException;
import org.culvert.platform.TunDevice;
import org.culvert.platform.Waiter;
import org.culvert.protocol.data.DataMessages;
import org.culvert.protocol.data.Drop;
import org.culvert.protocol.data.Opener;
import org.culvert.protocol.proxy.RelayHeader;
import org.culvert.protocol.wire.Opcode;
import org.culvert.protocol.wire.TcpFraming;
import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * From the link to the TUN; control packets go to the control thread (C: {@code
 * process_incoming_link}, {@code process_outgoing_tun}).
 */
final class InboundPump implements Runnable {
    private static final int LONGEST = 65_536;
    private static final long IDLE_NANOS = 1_000_000_000L;

    private final TunDevice tun;
    private final Link link;
    private final Waiter waiter;
    private final Clock clock;
    private final PumpListener listener;
    private final PumpCounters counters;
    private final StageTimer timer;
    private final AtomicReferenceArray<@Nullable Opener> openers = new AtomicReferenceArray<>(8);
    private final @Nullable Opener[] used = new Opener[8];
    private @Nullable Opener wornSaid;
    private final Queue<Opener> retired = new ConcurrentLinkedQueue<>();
    private final TcpFraming framing = new TcpFraming();
    private final Batch datagrams;
    private final Batch packets;
    private final byte[] buffer = new byte[LONGEST + Opener.TAIL_ROOM];
    private final boolean framed;
    private final boolean relayed;
    private final ByteBuffer early;
    private int current;
    private volatile MssClamp clamp = new MssClamp(0, 0);
    private volatile EchoProbe[] probe = new EchoProbe[0];
    private volatile boolean running = true;

    InboundPump(
            TunDevice tun,
            Line line,
            Waiter waiter,
            Clock clock,
            PumpListener listener,
            PumpCounters counters) {
        this.tun = tun;
        this.link = line.link();
        this.early = line.early();
        this.relayed = line.front().hasRemaining();
        this.waiter = waiter;
        this.clock = clock;
        this.listener = listener;
        this.counters = counters;
        this.timer = new StageTimer(clock::nanos);
        this.datagrams = link.newBatch();
        this.packets = tun.newBatch();
        this.framed = link.transport() == Transport.TCP;
    }

    StageTimer timer() {
        return timer;
    }

    void open(int keyId, Opener opener, MssClamp nextClamp) {
        clamp = nextClamp;
        openers.setRelease(keyId, opener);
    }

    /** Opens nothing of this key id any more; the key is wiped between two packets. */
    void forget(int keyId) {
        Opener old = openers.getAndSet(keyId, null);
        if (old != null) {
            retired.add(old);
            waiter.wake();
        }
    }

    /** Wipes what is retired; by the pump's thread, or by another after its end. */
    void wipeRetired() {
        for (Opener old = retired.poll(); old != null; old = retired.poll()) {
            old.close();
        }
    }

    void watchFor(EchoProbe echo) {
        probe = new EchoProbe[] {echo};
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
                if (running) {
                    listener.linkFailed(e);
                }
                if (!e.refused() || framed) {
                    return;
                }
            }
        }
    }

    private void step() throws PlatformException {
        wipeRetired();
        takeEarly();
        int count;
        try (var _ = timer.enter(Stage.READ_LINK)) {
            count = link.receive(datagrams);
        }
        for (int i = 0; i < count; i++) {
            current = i;
            take(datagrams.offset(i), datagrams.length(i));
        }
        flush();
        if (count == 0) {
            try (var _ = timer.enter(Stage.IDLE)) {
                waiter.await(Waiter.READABLE, IDLE_NANOS);
            }
        }
    }

    private void take(int offset, int length) throws PlatformException {
        if (!framed) {
            datagrams.slab().get(offset, buffer, 0, length);
            int header = relayed ? RelayHeader.length(buffer, length) : 0;
            if (header >= 0) {
                packet(buffer, header, length - header);
            }
            return;
        }
        stream(datagrams.slab().slice(offset, length));
    }

    /** What came behind a proxy's answer. */
    private void takeEarly() throws PlatformException {
        if (early.hasRemaining()) {
            stream(early);
        }
    }

    private void stream(ByteBuffer octets) throws PlatformException {
        framing.put(octets);
        int next = reassemble();
        for (; next > 0; next = reassemble()) {
            packet(buffer, 0, next);
        }
        if (next == TcpFraming.BROKEN) {
            throw new PlatformException("read " + link.remote(), 0, "the stream is broken");
        }
    }

    /** Puts the stream's next packet into the buffer; what there is of it, if not above 0. */
    private int reassemble() {
        try (var _ = timer.enter(Stage.REASSEMBLE)) {
            int next = framing.next();
            if (next > 0) {
                System.arraycopy(framing.buffer(), framing.offset(), buffer, 0, next);
            }
            return next;
        }
    }

    private void packet(byte[] octets, int at, int length) throws PlatformException {
        if (length == 0) {
            return;
        }
        if (Opcode.isData(octets[at])) {
            data(octets, at, length);
        } else {
            listener.control(ByteBuffer.wrap(Arrays.copyOfRange(octets, at, at + length)));
        }
    }

    private void data(byte[] octets, int at, int length) throws PlatformException {
        int keyId = octets[at] & 7;
        Opener opener = openers.getAcquire(keyId);
        if (opener == null) {
            counters.drop(Drop.NO_KEY);
            return;
        }
        int opened;
        try (var _ = timer.enter(Stage.OPEN)) {
            opened = opener.open(octets, at, length);
        }
        if (opened == Opener.DROPPED) {
            counters.drop(opener.drop());
            return;
        }
        counters.opened(clock.nanos());
        if (link.follow(current)) {
            listener.serverMoved(link.remote());
        }
        if (used[keyId] != opener) {
            used[keyId] = opener;
            listener.peerUses(keyId);
        }
        if (opener.worn() && wornSaid != opener) {
            wornSaid = opener;
            listener.keyWorn();
        }
        deliver(octets, opener.offset(), opened);
    }

    private void deliver(byte[] octets, int at, int length) throws PlatformException {
        if (DataMessages.isPing(octets, at, length)) {
            return;
        }
        if (DataMessages.isOcc(octets, at, length)) {
            if (DataMessages.isExit(octets, at, length)) {
                listener.peerLeaves();
            }
            return;
        }
        int version = (octets[at] & 0xff) >>> 4;
        if (length < 20 || (version != 4 && version != 6)) {
            counters.drop(Drop.NOT_IP);
            return;
        }
        for (EchoProbe echo : probe) {
            int sequence = echo.answered(octets, at, length);
            if (sequence >= 0) {
                counters.echoIn(length);
                listener.echo(sequence, clock.nanos());
                return;
            }
        }
        clamp.apply(octets, at, length);
        write(octets, at, length);
    }

    private void write(byte[] octets, int at, int length) throws PlatformException {
        int slot = packets.next();
        if (!packets.add(slot, length)) {
            flush();
            slot = packets.next();
            if (!packets.add(slot, length)) {
                counters.drop(Drop.TOO_LONG);
                return;
            }
        }
        packets.slab().put(slot, octets, at, length);
        counters.in(length);
    }

    private void flush() throws PlatformException {
        if (packets.count() > 0) {
            try (var _ = timer.enter(Stage.WRITE_TUN)) {
                tun.write(packets);
            }
            packets.clear();
        }
    }
}
