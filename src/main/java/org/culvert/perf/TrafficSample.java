package org.culvert.perf;

/**
 * What flowed in one interval.
 *
 * @param atMillis its end, milliseconds since 1970
 * @param spanMillis its length
 * @param bytesIn octets from the server in it
 * @param bytesOut octets to the server in it
 * @param peakIn highest rate from the server in it, octets a second
 * @param peakOut highest rate to the server in it, octets a second
 * @param rttMillis round trip, -1 where not measured
 */
public record TrafficSample(
        long atMillis,
        int spanMillis,
        long bytesIn,
        long bytesOut,
        long peakIn,
        long peakOut,
        int rttMillis) {
    /** Octets a second from the server. */
    public double rateIn() {
        return spanMillis == 0 ? 0 : bytesIn * 1000.0 / spanMillis;
    }

    /** Octets a second to the server. */
    public double rateOut() {
        return spanMillis == 0 ? 0 : bytesOut * 1000.0 / spanMillis;
    }
}
