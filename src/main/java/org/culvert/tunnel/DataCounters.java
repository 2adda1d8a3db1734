package org.culvert.tunnel;

/**
 * IP packets after opening and before sealing, each segment once: what the peer's TUN would see.
 *
 * @param bytesIn octets from the server
 * @param bytesOut octets to the server
 * @param packetsIn packets from the server
 * @param packetsOut packets to the server
 * @param lastOpenedNanos when the last packet was authenticated (platform clock), 0: never
 * @param carried octets both ways that were not our own echoes
 */
public record DataCounters(
        long bytesIn,
        long bytesOut,
        long packetsIn,
        long packetsOut,
        long lastOpenedNanos,
        long carried) {
    /** Nothing has flowed. */
    public static final DataCounters NONE = new DataCounters(0, 0, 0, 0, 0, 0);

    /** This and {@code later} together. */
    public DataCounters plus(DataCounters later) {
        return new DataCounters(
                bytesIn + later.bytesIn,
                bytesOut + later.bytesOut,
                packetsIn + later.packetsIn,
                packetsOut + later.packetsOut,
                Math.max(lastOpenedNanos, later.lastOpenedNanos),
                carried + later.carried);
    }
}
