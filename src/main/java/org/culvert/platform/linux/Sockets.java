package org.culvert.platform.linux;

import com.sun.jna.LastErrorException;

import org.culvert.net.Endpoint;
import org.culvert.net.IpAddress;
import org.culvert.net.Transport;
import org.culvert.platform.Dial;
import org.culvert.platform.PlatformException;

import java.nio.ByteOrder;
import java.util.Optional;

/** Opens, marks and connects sockets. */
final class Sockets {
    private static final int BUFFER = 2 << 20;

    private Sockets() {}

    /** A non-blocking socket with its mark and, where one is wanted, its own address. */
    static int open(Dial dial, int type) throws PlatformException {
        int family = dial.remote().address().v6() ? C.AF_INET6 : C.AF_INET;
        int fd;
        try {
            fd = C.socket(family, type | C.SOCK_NONBLOCK | C.SOCK_CLOEXEC, 0);
        } catch (LastErrorException e) {
            throw Errors.of("socket", e);
        }
        try {
            if (dial.mark() != 0) {
                set(fd, C.SOL_SOCKET, C.SO_MARK, dial.mark(), "SO_MARK");
            }
            set(fd, C.SOL_SOCKET, C.SO_RCVBUF, BUFFER, "SO_RCVBUF");
            set(fd, C.SOL_SOCKET, C.SO_SNDBUF, BUFFER, "SO_SNDBUF");
            if (dial.bound()) {
                bind(fd, dial);
            }
            return fd;
        } catch (PlatformException e) {
            C.close(fd);
            throw e;
        }
    }

    private static void bind(int fd, Dial dial) throws PlatformException {
        set(fd, C.SOL_SOCKET, C.SO_REUSEADDR, 1, "SO_REUSEADDR");
        boolean v6 = dial.remote().address().v6();
        IpAddress any = IpAddress.of(new byte[v6 ? 16 : 4]);
        IpAddress own = dial.localAddress().filter(a -> a.v6() == v6).orElse(any);
        Memory address = address(own, dial.localPort());
        try {
            C.bind(fd, address.address(), address.octets().capacity());
        } catch (LastErrorException e) {
            throw Errors.of("bind " + own + " port " + dial.localPort(), e);
        }
    }

    /** A socket that strangers reach at {@code local}; others may share its port. */
    static int listening(Endpoint local, Transport transport) throws PlatformException {
        var own = Optional.of(local.address());
        return open(
                new Dial(local, transport, 0, own, local.port(), false),
                transport == Transport.UDP ? C.SOCK_DGRAM : C.SOCK_STREAM);
    }

    /** The endpoint that a {@code struct sockaddr} at {@code at} names; a forged port 0 is none. */
    static Optional<Endpoint> endpoint(Memory memory, int at) {
        var octets = memory.octets().duplicate().order(ByteOrder.BIG_ENDIAN);
        boolean v6 = memory.octets().getShort(at) == C.AF_INET6;
        byte[] ip = new byte[v6 ? 16 : 4];
        octets.get(at + (v6 ? 8 : 4), ip);
        int port = octets.getShort(at + 2) & 0xffff;
        return port == 0 ? Optional.empty() : Optional.of(new Endpoint(IpAddress.of(ip), port));
    }

    /** Connects; a TCP socket is still on its way when this returns false. */
    static boolean connect(int fd, Endpoint remote) throws PlatformException {
        Memory address = address(remote.address(), remote.port());
        try {
            C.connect(fd, address.address(), address.octets().capacity());
            return true;
        } catch (LastErrorException e) {
            if (e.getErrorCode() == C.EINPROGRESS) {
                return false;
            }
            throw Errors.of("connect " + remote, e);
        }
    }

    /** The error that a socket holds, 0 for none; asking clears it. */
    static int error(int fd) {
        Memory value = Memory.of(8);
        value.octets().putInt(4, 4);
        C.getsockopt(fd, C.SOL_SOCKET, C.SO_ERROR, value.address(), value.address() + 4);
        return value.octets().getInt(0);
    }

    static void set(int fd, int level, int name, int value, String words) throws PlatformException {
        Memory memory = Memory.of(4);
        memory.octets().putInt(0, value);
        try {
            C.setsockopt(fd, level, name, memory.address(), 4);
        } catch (LastErrorException e) {
            throw Errors.of("setsockopt " + words, e);
        }
    }

    /** A {@code struct sockaddr_in} or {@code sockaddr_in6}. */
    static Memory address(IpAddress ip, int port) {
        Memory memory = Memory.of(ip.v6() ? 28 : 16);
        memory.octets().putShort(0, (short) (ip.v6() ? C.AF_INET6 : C.AF_INET));
        memory.octets().order(ByteOrder.BIG_ENDIAN).putShort(2, (short) port);
        memory.octets().put(ip.v6() ? 8 : 4, ip.octets());
        return memory;
    }
}
