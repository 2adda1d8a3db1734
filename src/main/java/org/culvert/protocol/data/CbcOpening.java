package org.culvert.protocol.data;

import java.security.GeneralSecurityException;

import javax.crypto.Cipher;

/**
 * HMAC, IV, ciphertext of packet id, packet and padding: the HMAC is checked before anything is
 * decrypted (protocol 6.2; C: {@code openvpn_decrypt_v1}).
 */
final class CbcOpening implements Opening {
    private final Cbc cbc;
    private final Usage usage;
    private final ReplayWindow window = new ReplayWindow();
    private int offset;

    CbcOpening(DataKeys keys, DataFormat.CbcHmac format) {
        this.cbc = new Cbc(keys.openKey(), keys.openSecond(), format.digest());
        this.usage = new Usage(keys.cipher());
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
        int plain =
                cbc.checkMac(buffer, mac, iv, Cbc.BLOCK + sealed)
                        ? decrypt(buffer, iv, start, sealed)
                        : FORGED;
        if (plain < 0) {
            usage.countForgery();
            return FORGED;
        }
        offset = start + Aead.PACKET_ID;
        int packetId = (int) Aead.INT.get(buffer, start);
        return window.accept(Integer.toUnsignedLong(packetId)) ? plain : REPLAYED;
    }

    private int decrypt(byte[] buffer, int iv, int start, int sealed) {
        try {
            cbc.crypt(Cipher.DECRYPT_MODE, buffer, iv, start, sealed);
            return unpadded(buffer, start, sealed);
        } catch (GeneralSecurityException _) {
            return FORGED;
        }
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
    public boolean worn() {
        return usage.worn();
    }

    @Override
    public void close() {
        cbc.wipe();
    }
}
