package org.culvert.platform.linux;

import com.sun.jna.LastErrorException;

import org.culvert.net.Endpoint;
import org.culvert.net.Transport;
import org.culvert.platform.Batch;
import org.culvert.platform.Dial;
import org.culvert.platform.Link;
import org.culvert.platform.PlatformException;

/** A connected UDP socket: the kernel drops what comes from elsewhere (security R66). */
final class LinuxUdpLink implements Link {
    private static final int SLOTS = 32;
    private static final int SLOT_SIZE = 10 * 1024;

    private final int fd;
    private final Endpoint remote;
    private final Segments segments = new Segments();
    private boolean segmenting = true;

    private LinuxUdpLink(int fd, Endpoint remote) {
        this.fd = fd;
        this.remote = remote;
    }

    static LinuxUdpLink open(Dial dial) throws PlatformException {
        int fd = Sockets.open(dial, C.SOCK_DGRAM);
        try {
            Sockets.connect(fd, dial.remote());
            return new LinuxUdpLink(fd, dial.remote());
        } catch (PlatformException e) {
            C.close(fd);
            throw e;
        }
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
        return Transfer.fill(
                (NativeBatch) batch, address -> Reads.recv(fd, address, SLOT_SIZE, 0), "link");
    }

    /** A datagram that the kernel cannot take now is lost, as one is on any network. */
    @Override
    public int send(Batch batch) throws PlatformException {
        var packets = (NativeBatch) batch;
        int first = 0;
        while (first < packets.count()) {
            int run = segmenting ? Segments.run(packets, first) : 1;
            if (run == 1) {
                send(packets, first);
            } else {
                sendTogether(packets, first, run);
            }
            first += run;
        }
        return packets.count();
    }

    private void send(NativeBatch packets, int i) throws PlatformException {
        try {
            C.send(fd, packets.address(packets.offset(i)), packets.length(i), 0);
        } catch (LastErrorException e) {
            lost(e);
        }
    }

    /** A device or a path that cannot have it so gets them one by one from then on. */
    private void sendTogether(NativeBatch packets, int first, int count) throws PlatformException {
        try {
            segments.send(fd, packets, first, count);
        } catch (LastErrorException e) {
            if (e.getErrorCode() == C.EAGAIN || e.getErrorCode() == C.ENOBUFS) {
                return;
            }
            lost(e);
            segmenting = false;
            for (int i = first; i < first + count; i++) {
                send(packets, i);
            }
        }
    }

    private void lost(LastErrorException e) throws PlatformException {
        if (e.getErrorCode() == C.ECONNREFUSED) {
            throw Errors.of("send " + remote, e);
        }
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
