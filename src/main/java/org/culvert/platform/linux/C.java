package org.culvert.platform.linux;

import com.sun.jna.LastErrorException;
import com.sun.jna.Native;

/**
 * The C library's calls and the constants of its headers, for 64-bit Linux on x86 and ARM.
 * Addresses travel as {@code long}: no object is made for a call.
 */
final class C {
    static final int O_RDWR = 2;
    static final int O_NONBLOCK = 0x800;
    static final int O_CLOEXEC = 0x80000;
    static final int AF_INET = 2;
    static final int AF_INET6 = 10;
    static final int AF_NETLINK = 16;
    static final int SOCK_STREAM = 1;
    static final int SOCK_DGRAM = 2;
    static final int SOCK_RAW = 3;
    static final int SOCK_NONBLOCK = 0x800;
    static final int SOCK_CLOEXEC = 0x80000;
    static final int SOL_SOCKET = 1;
    static final int SO_REUSEADDR = 2;
    static final int SO_ERROR = 4;
    static final int SO_SNDBUF = 7;
    static final int SO_RCVBUF = 8;
    static final int SO_MARK = 36;
    static final int IPPROTO_TCP = 6;
    static final int TCP_NODELAY = 1;
    static final int POLLIN = 1;
    static final int POLLOUT = 4;
    static final int POLLERR = 8;
    static final int POLLHUP = 16;
    static final int EFD_NONBLOCK = 0x800;
    static final int EFD_CLOEXEC = 0x80000;
    static final int CLOCK_BOOTTIME = 7;
    static final long TUNSETIFF = 0x400454caL;
    static final int IFF_TUN = 1;
    static final int IFF_NO_PI = 0x1000;
    static final int IFF_TUN_EXCL = 0x8000;
    static final int NETLINK_ROUTE = 0;
    static final int NETLINK_NETFILTER = 12;
    static final int PR_SET_DUMPABLE = 4;
    static final int ENOENT = 2;
    static final int ESRCH = 3;
    static final int EINTR = 4;
    static final int EAGAIN = 11;
    static final int EEXIST = 17;
    static final int ENODEV = 19;
    static final int EBADFD = 77;
    static final int EADDRNOTAVAIL = 99;
    static final int ENOBUFS = 105;
    static final int ECONNREFUSED = 111;
    static final int EINPROGRESS = 115;

    static {
        Native.register(C.class, "c");
    }

    private C() {}

    static native int open(String path, int flags) throws LastErrorException;

    static native int close(int fd) throws LastErrorException;

    static native int ioctl(int fd, long request, long argument) throws LastErrorException;

    static native long read(int fd, long buffer, long length) throws LastErrorException;

    static native long write(int fd, long buffer, long length) throws LastErrorException;

    static native int socket(int family, int type, int protocol) throws LastErrorException;

    static native int connect(int fd, long address, int length) throws LastErrorException;

    static native int bind(int fd, long address, int length) throws LastErrorException;

    static native int setsockopt(int fd, int level, int name, long value, int length)
            throws LastErrorException;

    static native int getsockopt(int fd, int level, int name, long value, long length)
            throws LastErrorException;

    static native int listen(int fd, int backlog) throws LastErrorException;

    static native int accept4(int fd, long address, long length, int flags)
            throws LastErrorException;

    static native long recv(int fd, long buffer, long length, int flags) throws LastErrorException;

    static native long send(int fd, long buffer, long length, int flags) throws LastErrorException;

    static native long sendmsg(int fd, long header, int flags) throws LastErrorException;

    static native long recvfrom(
            int fd, long buffer, long length, int flags, long address, long addressLength)
            throws LastErrorException;

    static native long sendto(
            int fd, long buffer, long length, int flags, long address, int addressLength)
            throws LastErrorException;

    static native int poll(long descriptors, long count, int timeoutMillis)
            throws LastErrorException;

    static native int eventfd(int initial, int flags) throws LastErrorException;

    static native int clock_gettime(int clock, long timespec) throws LastErrorException;

    static native int prctl(int option, long value, long b, long c, long d)
            throws LastErrorException;

    static native int if_nametoindex(String name) throws LastErrorException;
}
