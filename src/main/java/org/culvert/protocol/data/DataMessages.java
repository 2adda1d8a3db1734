package org.culvert.protocol.data;

import java.util.Arrays;
import java.util.HexFormat;

/** The two kinds of messages that travel as data packets and are no IP (protocol 6.10, 6.11). */
public final class DataMessages {
    private static final byte[] PING = HexFormat.of().parseHex("2a187bf3641eb4cb07ed2d0a981fc748");
    private static final byte[] OCC = HexFormat.of().parseHex("287f346bd4ef7a812d56b8d3afc5459c");
    private static final byte EXIT = 6;

    private DataMessages() {}

    /** Writes a ping at {@code at} and returns its length. */
    public static int putPing(byte[] buffer, int at) {
        System.arraycopy(PING, 0, buffer, at, PING.length);
        return PING.length;
    }

    /** Writes a good-bye at {@code at} and returns its length. */
    public static int putExit(byte[] buffer, int at) {
        System.arraycopy(OCC, 0, buffer, at, OCC.length);
        buffer[at + OCC.length] = EXIT;
        return OCC.length + 1;
    }

    /** Whether these octets are a ping. */
    public static boolean isPing(byte[] buffer, int at, int length) {
        return length == PING.length && begins(PING, buffer, at, length);
    }

    /** Whether these octets are any message about the connection itself. */
    public static boolean isOcc(byte[] buffer, int at, int length) {
        return begins(OCC, buffer, at, length);
    }

    /** Whether these octets are a good-bye. */
    public static boolean isExit(byte[] buffer, int at, int length) {
        return isOcc(buffer, at, length) && length > OCC.length && buffer[at + OCC.length] == EXIT;
    }

    private static boolean begins(byte[] magic, byte[] buffer, int at, int length) {
        return length >= magic.length
                && Arrays.equals(buffer, at, at + magic.length, magic, 0, magic.length);
    }
}
