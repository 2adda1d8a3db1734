package org.culvert.tunnel;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.culvert.net.Endpoint;
import org.culvert.net.Transport;
import org.culvert.packet.MssClamp;
import org.culvert.platform.Batch;
import org.culvert.platform.Link;
import org.culvert.platform.PlatformException;
import org.culvert.platform.TunDevice;
import org.culvert.protocol.data.Opener;
import org.culvert.protocol.data.Sealer;
import org.culvert.protocol.data.StubFraming;
import org.junit.jupiter.api.Test;

import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;

/** What a pump leaves for the collector is what the cipher itself leaves, and nothing of ours. */
class PumpAllocationTest {
    private static final int PACKETS = 20_000;
    private static final int LENGTH = 400;

    private final com.sun.management.ThreadMXBean threads =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final byte[] packet = PumpBench.packet(LENGTH, 1);

    /** Gives what it was made with, then says that it is over. */
    private static final class Source implements TunDevice, Link {
        private final byte[][] octets;
        private int next;

        private Source(byte[][] octets) {
            this.octets = octets;
        }

        private int fill(Batch batch) throws PlatformException {
            if (next == octets.length) {
                throw new PlatformException("read", 5, "over");
            }
            batch.clear();
            for (; batch.room() > 0 && next < octets.length; next++) {
                ((HeapBatch) batch).put(octets[next], 0, octets[next].length);
            }
            return batch.count();
        }

        @Override
        public int read(Batch batch) throws PlatformException {
            return fill(batch);
        }

        @Override
        public int receive(Batch batch) throws PlatformException {
            return fill(batch);
        }

        @Override
        public int write(Batch batch) {
            return batch.count();
        }

        @Override
        public int send(Batch batch) {
            return batch.count();
        }

        @Override
        public String name() {
            return "culvert0";
        }

        @Override
        public Layer layer() {
            return Layer.TUN;
        }

        @Override
        public Transport transport() {
            return Transport.UDP;
        }

        @Override
        public Endpoint remote() {
            return Samples.endpoint("192.0.2.1");
        }

        @Override
        public Batch newBatch() {
            return new HeapBatch();
        }

        @Override
        public int descriptor() {
            return 0;
        }

        @Override
        public void close() {
            // in memory
        }
    }

    /** Nothing is told to anybody. */
    private static final class Silence implements PumpListener {
        @Override
        public void control(ByteBuffer octets) {
            throw new IllegalStateException("no control packet was sent");
        }

        @Override
        public void linkFailed(PlatformException why) {
            // the source is empty
        }

        @Override
        public void peerUses(int keyId) {
            // once a key
        }

        @Override
        public void keyWorn() {
            throw new IllegalStateException("so few packets wear no key");
        }

        @Override
        public void peerLeaves() {
            throw new IllegalStateException("no good-bye was sent");
        }

        @Override
        public void serverMoved(Endpoint remote) {
            throw new IllegalStateException("nothing moved");
        }

        @Override
        public void echo(int sequence, long nowNanos) {
            throw new IllegalStateException("no echo was sent");
        }
    }

    private long allocated(Runnable work) {
        long before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return (threads.getCurrentThreadAllocatedBytes() - before) / PACKETS;
    }

    private byte[][] sealed() throws GeneralSecurityException {
        Sealer sealer = PumpBench.peerSealer(0);
        var datagrams = new byte[PACKETS][];
        for (int i = 0; i < PACKETS; i++) {
            datagrams[i] = PumpBench.sealed(sealer, packet);
        }
        return datagrams;
    }

    private byte[][] plain() {
        var packets = new byte[PACKETS][];
        Arrays.fill(packets, packet);
        return packets;
    }

    private long pumpedOut() {
        var wake = new MemoryPort.Wake();
        var source = new Source(plain());
        var pump =
                new OutboundPump(
                        source,
                        Line.direct(source),
                        wake,
                        System::nanoTime,
                        new Silence(),
                        new PumpCounters());
        pump.use(new Sealer(PumpBench.keys(0), StubFraming.NONE), new MssClamp(1300, 1280));
        return allocated(pump);
    }

    private long pumpedIn(byte[][] datagrams) {
        var wake = new MemoryPort.Wake();
        var source = new Source(datagrams);
        var pump =
                new InboundPump(
                        source,
                        Line.direct(source),
                        wake,
                        System::nanoTime,
                        new Silence(),
                        new PumpCounters());
        pump.open(0, new Opener(PumpBench.keys(0), StubFraming.NONE), new MssClamp(1300, 1280));
        return allocated(pump);
    }

    private long sealedAlone() {
        Sealer sealer = new Sealer(PumpBench.keys(0), StubFraming.NONE);
        byte[] buffer = new byte[2048];
        return allocated(() -> {
            for (int i = 0; i < PACKETS; i++) {
                System.arraycopy(packet, 0, buffer, 64, LENGTH);
                try {
                    sealer.seal(buffer, 64, LENGTH);
                } catch (GeneralSecurityException e) {
                    throw new IllegalStateException(e);
                }
            }
        });
    }

    private long openedAlone(byte[][] datagrams) {
        Opener opener = new Opener(PumpBench.keys(0), StubFraming.NONE);
        byte[] buffer = new byte[2048];
        return allocated(() -> {
            for (byte[] datagram : datagrams) {
                System.arraycopy(datagram, 0, buffer, 0, datagram.length);
                opener.open(buffer, 0, datagram.length);
            }
        });
    }

    @Test
    void towardsTheLinkOnlyTheCipherAllocates() {
        pumpedOut();
        sealedAlone();

        long cipher = sealedAlone();
        long pump = pumpedOut();

        assertTrue(pump <= cipher + 16, "octets a packet: " + pump + ", cipher alone " + cipher);
    }

    @Test
    void towardsTheTunOnlyTheCipherAllocates() throws GeneralSecurityException {
        byte[][] datagrams = sealed();
        pumpedIn(datagrams);
        openedAlone(datagrams);

        long cipher = openedAlone(datagrams);
        long pump = pumpedIn(datagrams);

        assertTrue(pump <= cipher + 16, "octets a packet: " + pump + ", cipher alone " + cipher);
    }
}
