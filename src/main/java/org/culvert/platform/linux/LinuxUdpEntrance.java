package org.culvert.platform.linux;

import com.sun.jna.LastErrorException;

import org.culvert.net.Endpoint;
import org.culvert.net.Transport;
import org.culvert.platform.Arrival;
import org.culvert.platform.Dial;
import org.culvert.platform.Link;
import org.culvert.platform.PlatformException;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * A UDP socket for strangers. Who is welcome gets a socket of his own, connected from the same
 * port: from then on the kernel gives it his datagrams.
 */
final class LinuxUdpEntrance extends LinuxEntrance {
    private static final int LONGEST = 65_536;

    private final Endpoint local;
    private final Memory datagram = Memory.of(LONGEST);

    private LinuxUdpEntrance(int fd, Endpoint local) throws PlatformException {
        super(fd);
        this.local = local;
    }

    static LinuxUdpEntrance open(Endpoint local) throws PlatformException {
        int fd = Sockets.listening(local, Transport.UDP);
        try {
            return new LinuxUdpEntrance(fd, local);
        } catch (PlatformException e) {
            C.close(fd);
            throw e;
        }
    }

    @Override
    Optional<Arrival> take(int fd, Memory from, Memory length) throws LastErrorException {
        long octets =
                C.recvfrom(fd, datagram.address(), LONGEST, 0, from.address(), length.address());
        byte[] first = new byte[(int) octets];
        datagram.octets().get(0, first);
        return Sockets.endpoint(from, 0)
                .map(peer -> new Stranger(local, peer, ByteBuffer.wrap(first)));
    }

    private record Stranger(Endpoint local, Endpoint from, ByteBuffer first) implements Arrival {
        @Override
        public Link welcome() throws PlatformException {
            var own = Optional.of(local.address());
            return LinuxUdpLink.open(new Dial(from, Transport.UDP, 0, own, local.port(), false));
        }

        @Override
        public void turnAway() {}
    }
}
