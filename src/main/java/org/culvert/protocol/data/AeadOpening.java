package org.culvert.protocol.data;

import java.security.GeneralSecurityException;

import javax.crypto.Cipher;

/** Packet id, tag, ciphertext (protocol 6.1; C: {@code openvpn_decrypt_aead}). */
final class AeadOpening implements Opening {
    private final Aead aead;
    private int offset;
    private int packetId;

    AeadOpening(DataKeys keys) {
        this.aead = new Aead(keys.cipher(), keys.openKey(), keys.openSecond());
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
        packetId = (int) Aead.INT.get(buffer, id);
        System.arraycopy(buffer, tag, buffer, offset + sealed, Aead.TAG);
        int aad = header == DataHeader.V1 ? id : datagram;
        try {
            Cipher cipher = aead.init(Cipher.DECRYPT_MODE, packetId, buffer, aad, tag - aad);
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
    public int packetId() {
        return packetId;
    }

    @Override
    public void wipe() {
        aead.wipe();
    }
}
