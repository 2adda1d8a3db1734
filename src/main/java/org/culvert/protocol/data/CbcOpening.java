package org.culvert.protocol.data;

import java.security.GeneralSecurityException;

import javax.crypto.Cipher;

/**
 * HMAC, IV, ciphertext of packet id, packet and padding: the HMAC is checked before anything is
 * decrypted (protocol 6.2; C: {@code openvpn_decrypt_v1}).
 */
final class CbcOpening implements Opening {
    private final Cbc cbc;
    private int offset;
    private int packetId;

    CbcOpening(DataKeys keys, DataFormat.CbcHmac format) {
        this.cbc = new Cbc(keys.openKey(), keys.openSecond(), format.digest());
    }

    @Override
    public int open(byte[] buffer, int datagram, int length) {
        int mac = datagram + DataHeader.length(buffer, datagram);
        int iv = mac + cbc.macLength();
        int start = iv + Cbc.BLOCK;
        int sealed = datagram + length - start;
        if (sealed < Cbc.BLOCK || sealed % Cbc.BLOCK != 0) {
            return TOO_SHORT;
        }
        if (!cbc.checkMac(buffer, mac, iv, Cbc.BLOCK + sealed)) {
            return FORGED;
        }
        try {
            cbc.crypt(Cipher.DECRYPT_MODE, buffer, iv, start, sealed);
        } catch (GeneralSecurityException _) {
            return FORGED;
        }
        packetId = (int) Aead.INT.get(buffer, start);
        offset = start + Aead.PACKET_ID;
        return unpadded(buffer, start, sealed);
    }

    private static int unpadded(byte[] buffer, int start, int sealed) {
        int padding = buffer[start + sealed - 1];
        int plain = sealed - padding - Aead.PACKET_ID;
        return padding < 1 || padding > Cbc.BLOCK || plain < 1 ? FORGED : plain;
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
        cbc.wipe();
    }
}
