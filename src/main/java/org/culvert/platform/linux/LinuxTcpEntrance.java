package org.culvert.platform.linux;

import com.sun.jna.LastErrorException;

import org.culvert.net.Endpoint;
import org.culvert.net.Transport;
import org.culvert.platform.Arrival;
import org.culvert.platform.Link;
import org.culvert.platform.PlatformException;

import java.nio.ByteBuffer;
import java.util.Optional;

/** A TCP socket that listens. */
final class LinuxTcpEntrance extends LinuxEntrance {
    private static final int BACKLOG = 16;

    private LinuxTcpEntrance(int fd) throws PlatformException {
        super(fd);
    }

    static LinuxTcpEntrance open(Endpoint local) throws PlatformException {
        int fd = Sockets.listening(local, Transport.TCP);
        try {
            C.listen(fd, BACKLOG);
            return new LinuxTcpEntrance(fd);
        } catch (LastErrorException e) {
            C.close(fd);
            throw Errors.of("listen " + local, e);
        } catch (PlatformException e) {
            C.close(fd);
            throw e;
        }
    }

    @Override
    Optional<Arrival> take(int fd, Memory from, Memory length) throws LastErrorException {
        int accepted =
                C.accept4(fd, from.address(), length.address(), C.SOCK_NONBLOCK | C.SOCK_CLOEXEC);
        return Sockets.endpoint(from, 0).map(peer -> new Stranger(accepted, peer));
    }

    private record Stranger(int fd, Endpoint from) implements Arrival {
        @Override
        public ByteBuffer first() {
            return ByteBuffer.allocate(0);
        }

        @Override
        public Link welcome() throws PlatformException {
            try {
                Sockets.set(fd, C.IPPROTO_TCP, C.TCP_NODELAY, 1, "TCP_NODELAY");
                return LinuxTcpLink.over(fd, from);
            } catch (PlatformException e) {
                turnAway();
                throw e;
            }
        }

        @Override
        public void turnAway() {
            C.close(fd);
        }
    }
}
