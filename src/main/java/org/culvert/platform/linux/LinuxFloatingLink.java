package org.culvert.platform.linux;

import com.sun.jna.LastErrorException;

import org.culvert.net.Endpoint;
import org.culvert.net.Transport;
import org.culvert.platform.Batch;
import org.culvert.platform.Dial;
import org.culvert.platform.Link;
import org.culvert.platform.PlatformException;

import java.util.Optional;

/**
 * A UDP socket for a server that may move ({@code float}): takes datagrams from everywhere and
 * sends to where the last authentic one came from.
 */
final class LinuxFloatingLink implements Link {
    private static final int SLOTS = 32;
    private static final int SLOT_SIZE = 10 * 1024;
    private static final int LENGTH_AT = 28;
    private static final int ENTRY = 32;

    private final int fd;
    private final Memory senders = Memory.of(SLOTS * ENTRY);
    private volatile Endpoint remote;
    private volatile Memory address;

    private LinuxFloatingLink(int fd, Endpoint remote) {
        this.fd = fd;
        this.remote = remote;
        this.address = Sockets.address(remote.address(), remote.port());
    }

    /** A connected socket tells whether there is a network at all. */
    static LinuxFloatingLink open(Dial dial) throws PlatformException {
        LinuxUdpLink.open(new Dial(dial.remote(), dial.transport(), dial.mark())).close();
        return new LinuxFloatingLink(Sockets.open(dial, C.SOCK_DGRAM), dial.remote());
    }

    @Override
    public Transport transport() {
        return Transport.UDP;
    }

    @Override
    public Endpoint remote() {
        return remote;
    }

    @Override
    public Batch newBatch() {
        return new NativeBatch(SLOTS, SLOT_SIZE);
    }

    @Override
    public int receive(Batch batch) throws PlatformException {
        var packets = (NativeBatch) batch;
        return Transfer.fill(packets, at -> receive(at, packets.count()), "link");
    }

    private long receive(long at, int slot) {
        int entry = slot * ENTRY;
        long base = senders.address() + entry;
        senders.octets().putInt(entry + LENGTH_AT, LENGTH_AT);
        return Reads.recvfrom(fd, at, SLOT_SIZE, 0, base, base + LENGTH_AT);
    }

    @Override
    public boolean follow(int i) {
        Optional<Endpoint> from = Sockets.endpoint(senders, i * ENTRY);
        if (from.isEmpty() || from.get().equals(remote)) {
            return false;
        }
        Endpoint sender = from.get();
        address = Sockets.address(sender.address(), sender.port());
        remote = sender;
        return true;
    }

    /** A datagram that the kernel cannot take now is lost, as one is on any network. */
    @Override
    public int send(Batch batch) {
        var packets = (NativeBatch) batch;
        Memory to = address;
        for (int i = 0; i < packets.count(); i++) {
            long at = packets.address(packets.offset(i));
            try {
                C.sendto(fd, at, packets.length(i), 0, to.address(), to.octets().capacity());
            } catch (LastErrorException _) {
                // lost
            }
        }
        return packets.count();
    }

    @Override
    public int descriptor() {
        return fd;
    }

    @Override
    public void close() {
        C.close(fd);
    }
}
