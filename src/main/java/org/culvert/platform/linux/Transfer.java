package org.culvert.platform.linux;

import com.sun.jna.Native;

import org.culvert.platform.PlatformException;

/** Reads packets one by one into a batch until none waits. */
final class Transfer {
    /** One read into native memory; below 0 where it failed. */
    @FunctionalInterface
    interface Read {
        long into(long address);
    }

    private Transfer() {}

    /**
     * The packets read; 0 where none waits. What does not fit a slot is truncated by the kernel.
     */
    static int fill(NativeBatch batch, Read read, String from) throws PlatformException {
        batch.clear();
        while (batch.room() > 0) {
            int offset = batch.next();
            long length = read.into(batch.address(offset));
            if (length > 0) {
                batch.add(offset, (int) length);
            } else if (length < 0 && ends(Native.getLastError(), batch, from)) {
                break;
            }
        }
        return batch.count();
    }

    /** What was read before an error comes first; the next read meets it again. */
    private static boolean ends(int errno, NativeBatch batch, String from)
            throws PlatformException {
        if (errno != C.EAGAIN && errno != C.EINTR && batch.count() == 0) {
            throw Errors.of("read " + from, errno);
        }
        return errno != C.EINTR;
    }
}
