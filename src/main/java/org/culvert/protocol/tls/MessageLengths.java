package org.culvert.protocol.tls;

/**
 * Refuses a handshake message of absurd length before the TLS library sees its length: the library
 * would make room for 16 MB on three octets' word. Follows the plaintext records of a handshake;
 * once records are encrypted their contents are the peer's who holds the keys. One thread only.
 */
final class MessageLengths {
    /** More than any certificate chain that we would accept. */
    static final int LONGEST = 256 * 1024;

    private static final int MESSAGE_HEADER = 4;
    private static final int HANDSHAKE = 22;
    private static final int CHANGE_CIPHER_SPEC = 20;

    private int recordType;
    private int recordLeft;
    private int headerSeen;
    private int lengthHigh;
    private int messageLeft;
    private int messageHeaderSeen;
    private int announced;
    private boolean encrypted;

    /** Whether the stream may go on with these octets. */
    boolean accepts(byte[] octets) {
        for (byte octet : octets) {
            if (encrypted) {
                return true;
            }
            if (recordLeft == 0) {
                readHeader(octet & 0xff);
            } else if (!readBody(octet & 0xff)) {
                return false;
            }
        }
        return true;
    }

    private void readHeader(int octet) {
        switch (headerSeen++) {
            case 0 -> recordType = octet;
            case 3 -> lengthHigh = octet;
            case 4 -> {
                recordLeft = lengthHigh << 8 | octet;
                headerSeen = 0;
            }
            default -> {}
        }
    }

    private boolean readBody(int octet) {
        recordLeft--;
        if (recordType == CHANGE_CIPHER_SPEC) {
            encrypted = true;
            return true;
        }
        if (recordType != HANDSHAKE) {
            return true;
        }
        if (messageLeft > 0) {
            messageLeft--;
            return true;
        }
        announced = messageHeaderSeen == 0 ? 0 : announced << 8 | octet;
        if (++messageHeaderSeen < MESSAGE_HEADER) {
            return true;
        }
        messageHeaderSeen = 0;
        messageLeft = announced;
        announced = 0;
        return messageLeft <= LONGEST;
    }
}
