package org.culvert.protocol.tls;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cuts a stream into whole TLS records, so that each plaintext record stays one. */
final class Records {
    private static final int HEADER = 5;
    private static final int LONGEST = HEADER + (1 << 14) + 2048;

    private byte[] pending = new byte[0];

    /** Takes octets; false where a record is longer than any may be. */
    boolean put(byte[] octets) {
        int length = pending.length;
        pending = Arrays.copyOf(pending, length + octets.length);
        System.arraycopy(octets, 0, pending, length, octets.length);
        return pending.length < HEADER || recordLength(0) <= LONGEST;
    }

    /** The whole records, which are taken out. */
    List<byte[]> whole() {
        var records = new ArrayList<byte[]>();
        int at = 0;
        while (pending.length - at >= HEADER && pending.length - at >= recordLength(at)) {
            int length = recordLength(at);
            records.add(Arrays.copyOfRange(pending, at, at + length));
            at += length;
        }
        pending = Arrays.copyOfRange(pending, at, pending.length);
        return records;
    }

    private int recordLength(int at) {
        return HEADER + ((pending[at + 3] & 0xff) << 8 | (pending[at + 4] & 0xff));
    }
}
