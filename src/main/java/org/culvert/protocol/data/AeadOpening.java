package org.culvert.protocol.data;

import java.security.GeneralSecurityException;

import javax.crypto.Cipher;

/** Packet id, tag, ciphertext (protocol 6.1; C: {@code openvpn_decrypt_aead}). */
final class AeadOpening implements Opening {
    private final Aead aead;
    private final Usage usage;
    private final ReplayWindow window = new ReplayWindow();
    private int offset;

    AeadOpening(DataKeys keys) {
        this.aead = new Aead(keys.cipher(), keys.openKey(), keys.openSecond());
        this.usage = new Usage(keys.cipher());
    }

    @Override
    public int open(byte[] buffer, int datagram, int length) {
        int header = DataHeader.length(buffer, datagram);
        int id = datagram + header;
        int tag = id + Aead.PACKET_ID;
        offset = tag + Aead.TAG;
        int sealed = datagram + length - offset;
        if (sealed < 1) {
            return TOO_SHORT;
        }
        int packetId = (int) Aead.INT.get(buffer, id);
        System.arraycopy(buffer, tag, buffer, offset + sealed, Aead.TAG);
        int aad = header == DataHeader.V1 ? id : datagram;
        int plain = decrypt(buffer, packetId, aad, tag - aad, sealed);
        if (plain < 0) {
            usage.countForgery();
            return FORGED;
        }
        usage.count(plain);
        return window.accept(Integer.toUnsignedLong(packetId)) ? plain : REPLAYED;
    }

    private int decrypt(byte[] buffer, int packetId, int aad, int aadLength, int sealed) {
        if (usage.exhausted()) {
            return FORGED;
        }
        try {
            Cipher cipher = aead.init(Cipher.DECRYPT_MODE, packetId, buffer, aad, aadLength);
            return cipher.doFinal(buffer, offset, sealed + Aead.TAG, buffer, offset);
        } catch (GeneralSecurityException _) {
            return FORGED;
        }
    }

    @Override
    public int offset() {
        return offset;
    }

    @Override
    public boolean worn() {
        return usage.worn();
    }

    @Override
    public void close() {
        aead.wipe();
    }
}
