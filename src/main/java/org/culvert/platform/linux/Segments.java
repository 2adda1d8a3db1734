package org.culvert.platform.linux;

import com.sun.jna.LastErrorException;

/**
 * Sends datagrams of equal size by one call, which the kernel cuts apart ({@code UDP_SEGMENT}); the
 * last may be shorter. One thread only.
 */
final class Segments {
    private static final int MOST = 64;
    private static final int LONGEST = 65_000;
    private static final int IOVEC = 16;
    private static final int HEADER = 56;
    private static final int CONTROL = 24;
    private static final int CONTROL_LENGTH = 18;
    private static final int SOL_UDP = 17;
    private static final int UDP_SEGMENT = 103;

    private final Memory parts = Memory.of(MOST * IOVEC);
    private final Memory control = Memory.of(CONTROL);
    private final Memory header = Memory.of(HEADER);

    Segments() {
        control.octets().putLong(0, CONTROL_LENGTH);
        control.octets().putInt(8, SOL_UDP);
        control.octets().putInt(12, UDP_SEGMENT);
        header.octets().putLong(16, parts.address());
        header.octets().putLong(32, control.address());
        header.octets().putLong(40, CONTROL);
    }

    /** How many packets from {@code first} on go by one call. */
    static int run(NativeBatch packets, int first) {
        int size = packets.length(first);
        int total = size;
        int next = first + 1;
        while (next < packets.count() && next - first < MOST) {
            int length = packets.length(next);
            total += length;
            if (length > size || total > LONGEST) {
                break;
            }
            next++;
            if (length < size) {
                break;
            }
        }
        return next - first;
    }

    /** Sends {@code count} packets from {@code first} on, all of the first one's size. */
    void send(int fd, NativeBatch packets, int first, int count) throws LastErrorException {
        for (int i = 0; i < count; i++) {
            int packet = first + i;
            parts.octets().putLong(i * IOVEC, packets.address(packets.offset(packet)));
            parts.octets().putLong(i * IOVEC + 8, packets.length(packet));
        }
        control.octets().putShort(16, (short) packets.length(first));
        header.octets().putLong(24, count);
        C.sendmsg(fd, header.address(), 0);
    }
}
