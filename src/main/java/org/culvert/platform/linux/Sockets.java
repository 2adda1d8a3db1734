package org.culvert.platform.linux;

import com.sun.jna.LastErrorException;

import org.culvert.net.Endpoint;
import org.culvert.net.IpAddress;
import org.culvert.platform.PlatformException;

import java.nio.ByteOrder;

/** Opens, marks and connects sockets. */
final class Sockets {
    private static final int BUFFER = 2 << 20;

    private Sockets() {}

    /** A non-blocking socket with a mark (0: none). */
    static int open(Endpoint remote, int type, int mark) throws PlatformException {
        int family = remote.address().v6() ? C.AF_INET6 : C.AF_INET;
        int fd;
        try {
            fd = C.socket(family, type | C.SOCK_NONBLOCK | C.SOCK_CLOEXEC, 0);
        } catch (LastErrorException e) {
            throw Errors.of("socket", e);
        }
        try {
            if (mark != 0) {
                set(fd, C.SOL_SOCKET, C.SO_MARK, mark, "SO_MARK");
            }
            set(fd, C.SOL_SOCKET, C.SO_RCVBUF, BUFFER, "SO_RCVBUF");
            set(fd, C.SOL_SOCKET, C.SO_SNDBUF, BUFFER, "SO_SNDBUF");
            return fd;
        } catch (PlatformException e) {
            C.close(fd);
            throw e;
        }
    }

    /** Connects; a TCP socket is still on its way when this returns false. */
    static boolean connect(int fd, Endpoint remote) throws PlatformException {
        Memory address = address(remote);
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

    private static Memory address(Endpoint remote) {
        IpAddress ip = remote.address();
        Memory memory = Memory.of(ip.v6() ? 28 : 16);
        memory.octets().putShort(0, (short) (ip.v6() ? C.AF_INET6 : C.AF_INET));
        memory.octets().order(ByteOrder.BIG_ENDIAN).putShort(2, (short) remote.port());
        memory.octets().put(ip.v6() ? 8 : 4, ip.octets());
        return memory;
    }
}
