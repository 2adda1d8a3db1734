package org.culvert.tunnel;

import org.culvert.net.Endpoint;
import org.culvert.net.Transport;
import org.culvert.platform.Batch;
import org.culvert.platform.Link;
import org.culvert.platform.PlatformException;
import org.culvert.platform.TunDevice;
import org.culvert.platform.Waiter;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A TUN device and a link at once: what is read was put in, what is written is kept. */
final class MemoryPort implements TunDevice, Link {
    private final Transport transport;
    private final ConcurrentLinkedQueue<byte[]> incoming = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<byte[]> written = new LinkedBlockingQueue<>();
    private final BlockingQueue<PlatformException> errors = new ArrayBlockingQueue<>(8);
    private final Wake waiter = new Wake();
    private volatile boolean closed;

    MemoryPort(Transport transport) {
        this.transport = transport;
    }

    /** Waits for wake-ups only; whoever puts something in wakes. */
    static final class Wake implements Waiter {
        private final Semaphore woken = new Semaphore(0);

        @Override
        public int await(int interest, long nanos) {
            try {
                boolean one = woken.tryAcquire(nanos, TimeUnit.NANOSECONDS);
                woken.drainPermits();
                return one ? WOKEN | READABLE : 0;
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return 0;
            }
        }

        @Override
        public void wake() {
            woken.release();
        }

        @Override
        public void close() {
            wake();
        }
    }

    Waiter waiter() {
        return waiter;
    }

    /** Something to read. */
    void put(byte[] octets, int at, int length) {
        incoming.add(Arrays.copyOfRange(octets, at, at + length));
        waiter.wake();
    }

    void put(byte[] octets) {
        put(octets, 0, octets.length);
    }

    /** The next read fails. */
    void fail(PlatformException error) {
        errors.add(error);
        waiter.wake();
    }

    /** What was written next, within five seconds. */
    byte[] written() throws InterruptedException {
        return Optional.ofNullable(written.poll(5, TimeUnit.SECONDS)).orElseThrow();
    }

    boolean nothingWritten() {
        return written.isEmpty();
    }

    boolean isClosed() {
        return closed;
    }

    private int fill(Batch batch) throws PlatformException {
        PlatformException error = errors.poll();
        if (error != null) {
            throw error;
        }
        batch.clear();
        while (batch.room() > 0) {
            byte[] next = incoming.poll();
            if (next == null) {
                break;
            }
            ((HeapBatch) batch).put(next, 0, next.length);
        }
        return batch.count();
    }

    private int take(Batch batch) {
        for (int i = 0; i < batch.count(); i++) {
            written.add(((HeapBatch) batch).packet(i));
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
        return take(batch);
    }

    @Override
    public int send(Batch batch) {
        return take(batch);
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
        return transport;
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
        return System.identityHashCode(this);
    }

    @Override
    public void close() {
        closed = true;
    }
}
