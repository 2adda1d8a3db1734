package org.culvert.protocol.data;

import java.security.GeneralSecurityException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

import javax.crypto.Cipher;

/**
 * Epoch and counter, ciphertext, tag: knows the epoch at hand, the one before and sixteen to come,
 * and moves on with the first packet of a later one that passes the check (protocol 6.5; C: {@code
 * epoch_replace_update_recv_key}).
 */
final class EpochOpening implements Opening {
    private static final int FUTURE = 16;
    private static final int LAST_EPOCH = 0xffff - FUTURE - 1;

    /** One epoch's key and what it has seen. */
    private static final class Receiving {
        private final EpochKey key;
        private final Usage usage;
        private final ReplayWindow window = new ReplayWindow();

        private Receiving(EpochSecret secret, DataCipher kind) {
            key = new EpochKey(secret, kind);
            usage = new Usage(kind);
        }
    }

    private final DataCipher kind;
    private final DataFormat.Epochs epochs;
    private final Deque<Receiving> future = new ArrayDeque<>();
    private EpochSecret newest;
    private Receiving now;
    private Optional<Receiving> before = Optional.empty();
    private int offset;

    EpochOpening(DataKeys keys, DataFormat.Epochs epochs) {
        this.kind = keys.cipher();
        this.epochs = epochs;
        this.newest = EpochSecret.first(keys.openKey());
        this.now = new Receiving(newest, kind);
        lookAhead();
    }

    private void lookAhead() {
        while (future.size() < FUTURE && newest.epoch() < LAST_EPOCH) {
            newest = newest.next();
            future.add(new Receiving(newest, kind));
        }
    }

    @Override
    public int open(byte[] buffer, int datagram, int length) {
        int id = datagram + DataHeader.length(buffer, datagram);
        offset = id + EpochKey.PACKET_ID;
        int sealed = datagram + length - offset;
        if (id - datagram != DataHeader.V2 || sealed <= Aead.TAG) {
            return TOO_SHORT;
        }
        long packetId = (long) EpochKey.LONG.get(buffer, id);
        Optional<Receiving> chosen = choose((int) (packetId >>> 48));
        return chosen.isEmpty() ? NO_KEY : open(chosen.get(), buffer, datagram, packetId, sealed);
    }

    private int open(Receiving chosen, byte[] buffer, int datagram, long packetId, int sealed) {
        int plain = decrypt(chosen, buffer, datagram, packetId, sealed);
        if (plain < 0) {
            chosen.usage.countForgery();
            return FORGED;
        }
        chosen.usage.count(plain);
        if (!chosen.window.accept(packetId & EpochKey.LAST)) {
            return REPLAYED;
        }
        moveOn(chosen);
        return plain;
    }

    private int decrypt(Receiving chosen, byte[] buffer, int datagram, long packetId, int sealed) {
        if (chosen.usage.exhausted()) {
            return FORGED;
        }
        try {
            Cipher cipher =
                    chosen.key.init(
                            Cipher.DECRYPT_MODE, packetId, buffer, datagram, offset - datagram);
            return cipher.doFinal(buffer, offset, sealed, buffer, offset);
        } catch (GeneralSecurityException _) {
            return FORGED;
        }
    }

    private Optional<Receiving> choose(int epoch) {
        if (epoch == now.key.epoch()) {
            return Optional.of(now);
        }
        if (before.isPresent() && epoch == before.get().key.epoch()) {
            return before;
        }
        return future.stream().filter(next -> next.key.epoch() == epoch).findFirst();
    }

    private void moveOn(Receiving chosen) {
        if (chosen.key.epoch() > now.key.epoch()) {
            while (now != chosen) {
                before.ifPresent(old -> old.key.wipe());
                before = Optional.of(now);
                now = future.remove();
            }
            lookAhead();
            epochs.want(now.key.epoch());
        }
        if (now.usage.spent() || now.usage.worn()) {
            epochs.want(now.key.epoch() + 1);
        }
    }

    @Override
    public int offset() {
        return offset;
    }

    @Override
    public boolean worn() {
        return false;
    }

    @Override
    public void close() {
        now.key.wipe();
        before.ifPresent(old -> old.key.wipe());
        future.forEach(next -> next.key.wipe());
    }
}
