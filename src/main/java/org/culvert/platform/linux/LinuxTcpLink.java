package org.culvert.platform.linux;

import com.sun.jna.LastErrorException;
import com.sun.jna.Native;

import org.culvert.net.Endpoint;
import org.culvert.net.Transport;
import org.culvert.platform.Batch;
import org.culvert.platform.Dial;
import org.culvert.platform.Link;
import org.culvert.platform.PlatformException;

/** A TCP socket. Chunks of the stream stand for packets; the pure side finds these. */
final class LinuxTcpLink implements Link {
    private static final int SLOTS = 8;
    private static final int SLOT_SIZE = 64 * 1024;
    private static final int PATIENCE_MILLIS = 20_000;
    private static final int ECONNRESET = 104;
    private static final int ETIMEDOUT = 110;

    private final int fd;
    private final Endpoint remote;
    private final Poll poll = new Poll(1);

    private LinuxTcpLink(int fd, Endpoint remote) {
        this.fd = fd;
        this.remote = remote;
    }

    static LinuxTcpLink open(Dial dial) throws PlatformException {
        int fd = Sockets.open(dial, C.SOCK_STREAM);
        try {
            Sockets.set(fd, C.IPPROTO_TCP, C.TCP_NODELAY, 1, "TCP_NODELAY");
            Sockets.connect(fd, dial.remote());
            return new LinuxTcpLink(fd, dial.remote());
        } catch (PlatformException e) {
            C.close(fd);
            throw e;
        }
    }

    /** A link over a socket that is connected already. */
    static LinuxTcpLink over(int fd, Endpoint remote) {
        return new LinuxTcpLink(fd, remote);
    }

    @Override
    public void connected() throws PlatformException {
        int error = Sockets.error(fd);
        if (error != 0) {
            throw Errors.of("connect " + remote, error);
        }
    }

    @Override
    public Transport transport() {
        return Transport.TCP;
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
        var chunks = (NativeBatch) batch;
        chunks.clear();
        long length = Reads.recv(fd, chunks.address(0), SLOT_SIZE, 0);
        int errno = length < 0 ? Native.getLastError() : 0;
        if (length == 0 || (length < 0 && errno != C.EAGAIN && errno != C.EINTR)) {
            throw Errors.of("read " + remote, length == 0 ? ECONNRESET : errno);
        }
        if (length > 0) {
            chunks.add(0, (int) length);
        }
        return chunks.count();
    }

    /** Everything goes, in order; a peer that takes nothing for long ends the link. */
    @Override
    public int send(Batch batch) throws PlatformException {
        var chunks = (NativeBatch) batch;
        for (int i = 0; i < chunks.count(); i++) {
            sendAll(chunks.address(chunks.offset(i)), chunks.length(i));
        }
        return chunks.count();
    }

    private void sendAll(long address, int length) throws PlatformException {
        int sent = 0;
        while (sent < length) {
            try {
                sent += (int) C.send(fd, address + sent, length - sent, 0x4000);
            } catch (LastErrorException e) {
                if (e.getErrorCode() != C.EAGAIN && e.getErrorCode() != C.EINTR) {
                    throw Errors.of("send " + remote, e);
                }
                poll.set(0, fd, C.POLLOUT);
                if (poll.await(PATIENCE_MILLIS) == 0) {
                    throw Errors.of("send " + remote, ETIMEDOUT);
                }
            }
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
