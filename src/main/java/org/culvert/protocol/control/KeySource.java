package org.culvert.protocol.control;

import org.culvert.secret.Secret;

import java.util.Arrays;

/**
 * The randomness of one side for the PRF (protocol 4.3). A client's has a pre-master in front.
 *
 * @param preMaster 48 octets of a client, none of a server
 * @param random1 32 octets for the master secret
 * @param random2 32 octets for the key expansion
 */
public record KeySource(Secret preMaster, Secret random1, Secret random2) {
    /** Octets of a client's pre-master. */
    public static final int PRE_MASTER = 48;

    /** Octets of each random value. */
    public static final int RANDOM = 32;

    /** A client's, from fresh {@code octets} (112 of them). */
    public static KeySource ofClient(byte[] octets) {
        return new KeySource(
                part(octets, 0, PRE_MASTER),
                part(octets, PRE_MASTER, RANDOM),
                part(octets, PRE_MASTER + RANDOM, RANDOM));
    }

    /** A server's, from fresh {@code octets} (64 of them). */
    public static KeySource ofServer(byte[] octets) {
        return new KeySource(
                Secret.of(new byte[0]), part(octets, 0, RANDOM), part(octets, RANDOM, RANDOM));
    }

    /** Wipes all parts. */
    public void wipe() {
        preMaster.close();
        random1.close();
        random2.close();
    }

    private static Secret part(byte[] octets, int from, int length) {
        return Secret.of(Arrays.copyOfRange(octets, from, from + length));
    }
}
