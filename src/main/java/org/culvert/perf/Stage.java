package org.culvert.perf;

/** The nine stages of the data path that {@link StageTimer} meters (C: {@code perf.h}). */
public enum Stage {
    /** Waiting for something to do. */
    IDLE,
    /** Reading datagrams from the link. */
    READ_LINK,
    /** Checking and decrypting. */
    OPEN,
    /** Putting fragments together, coalescing. */
    REASSEMBLE,
    /** Writing packets to the TUN. */
    WRITE_TUN,
    /** Reading packets from the TUN. */
    READ_TUN,
    /** Encrypting and signing. */
    SEAL,
    /** Writing datagrams to the link. */
    WRITE_LINK,
    /** Control packets, pings, probes, key changes. */
    TIMERS
}
