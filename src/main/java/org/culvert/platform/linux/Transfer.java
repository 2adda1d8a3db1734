package org.culvert.platform.linux;

import com.sun.jna.LastErrorException;

import org.culvert.platform.PlatformException;

/** Reads packets one by one into a batch until none waits. */
final class Transfer {
    /** One read into native memory. */
    @FunctionalInterface
    interface Read {
        long into(long address) throws LastErrorException;
    }

    private Transfer() {}

    /**
     * The packets read; 0 where none waits. What does not fit a slot is truncated by the kernel.
     */
    static int fill(NativeBatch batch, Read read, String from) throws PlatformException {
        batch.clear();
        while (batch.room() > 0) {
            int offset = batch.next();
            try {
                long length = read.into(batch.address(offset));
                if (length > 0) {
                    batch.add(offset, (int) length);
                }
            } catch (LastErrorException e) {
                if (e.getErrorCode() == C.EAGAIN) {
                    return batch.count();
                }
                if (e.getErrorCode() != C.EINTR) {
                    if (batch.count() > 0) {
                        return batch.count();
                    }
                    throw Errors.of("read " + from, e);
                }
            }
        }
        return batch.count();
    }
}
