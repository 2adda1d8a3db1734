package org.culvert.protocol.data;

import java.security.GeneralSecurityException;

import javax.crypto.Cipher;

/**
 * Epoch and counter, ciphertext, tag: moves on to the next epoch when a key has seen enough, or
 * when the peer has moved on (protocol 6.5; C: {@code epoch_check_send_iterate}).
 */
final class EpochSealing implements Sealing {
    private static final int WORN = 0xf000;
    private static final int LAST_EPOCH = 0xffff;

    private final DataCipher kind;
    private final DataFormat.Epochs epochs;
    private final DataHeader header;
    private EpochSecret secret;
    private EpochKey key;
    private Usage usage;
    private long counter;
    private boolean closed;

    EpochSealing(DataKeys keys, DataFormat.Epochs epochs, DataHeader header) {
        this.kind = keys.cipher();
        this.epochs = epochs;
        this.header = header;
        this.secret = EpochSecret.first(keys.sealKey());
        this.key = new EpochKey(secret, kind);
        this.usage = new Usage(kind);
    }

    @Override
    public int seal(byte[] buffer, int plain, int length) throws GeneralSecurityException {
        if (closed || !current()) {
            return EXHAUSTED;
        }
        int id = plain - EpochKey.PACKET_ID;
        int datagram = id - header.length();
        header.write(buffer, datagram);
        long packetId = key.packetId(++counter);
        EpochKey.LONG.set(buffer, id, packetId);
        Cipher cipher = key.init(Cipher.ENCRYPT_MODE, packetId, buffer, datagram, plain - datagram);
        int sealed = cipher.doFinal(buffer, plain, length, buffer, plain);
        usage.count(length);
        return plain + sealed;
    }

    /** Moves on where it is due; false where there is nowhere to go. */
    private boolean current() {
        while (counter == EpochKey.LAST || usage.spent() || key.epoch() < epochs.wanted()) {
            if (key.epoch() == LAST_EPOCH) {
                return false;
            }
            moveOn();
        }
        return true;
    }

    private void moveOn() {
        secret = secret.next();
        key.wipe();
        key = new EpochKey(secret, kind);
        usage = new Usage(kind);
        counter = 0;
    }

    @Override
    public int inFront() {
        return header.length() + EpochKey.PACKET_ID;
    }

    @Override
    public int room(int octets) {
        return octets - inFront() - Aead.TAG;
    }

    @Override
    public boolean worn() {
        return key.epoch() >= WORN;
    }

    @Override
    public void close() {
        closed = true;
        key.wipe();
    }
}
