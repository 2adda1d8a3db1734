package org.culvert.desktop.link;

/**
 * The counters of a connection at one instant, ten times a second. Counters only grow within one
 * connection; what lies between two samples is exact.
 *
 * @param millis since 1970
 * @param bytesIn octets received so far
 * @param bytesOut octets sent so far
 * @param trip a round trip measured since the last sample in milliseconds, {@link #NO_TRIP} or
 *     {@link #LOST}
 */
public record Sample(long millis, long bytesIn, long bytesOut, int trip) {
    /** Nothing was measured since the last sample. */
    public static final int NO_TRIP = -1;

    /** A probe was not answered. */
    public static final int LOST = -2;
}
