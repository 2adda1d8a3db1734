package org.culvert.protocol.tls;

import org.bouncycastle.tls.crypto.DHGroup;

/** Finite-field groups that a server of TLS 1.2 may bring along (C: its {@code dh} file). */
final class DhGroups {
    private static final int SMALLEST = 2048;
    private static final int LARGEST = 8192;

    private DhGroups() {}

    /** Whether a group is large enough to be safe and small enough to be quick. */
    static boolean accepts(DHGroup group) {
        int bits = group.getP().bitLength();
        return bits >= SMALLEST && bits <= LARGEST;
    }
}
