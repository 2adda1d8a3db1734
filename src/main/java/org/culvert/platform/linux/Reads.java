package org.culvert.platform.linux;

import com.sun.jna.Native;

/**
 * Reads that fail thousands of times a second because nothing more waits: below 0 then, and the
 * error is {@link Native#getLastError}. An exception for each would cost more than the read.
 */
final class Reads {
    static {
        Native.register(Reads.class, "c");
    }

    private Reads() {}

    static native long read(int fd, long buffer, long length);

    static native long recv(int fd, long buffer, long length, int flags);

    static native long recvfrom(
            int fd, long buffer, long length, int flags, long address, long addressLength);
}
