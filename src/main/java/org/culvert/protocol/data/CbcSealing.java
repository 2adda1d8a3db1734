package org.culvert.protocol.data;

import java.security.GeneralSecurityException;
import java.util.Arrays;

import javax.crypto.Cipher;

/**
 * HMAC, IV, ciphertext of packet id, packet and padding (protocol 6.2; C: {@code
 * openvpn_encrypt_v1}). The IV is the packet id encrypted, which nobody can foresee (NIST SP
 * 800-38A, appendix C).
 */
final class CbcSealing implements Sealing {
    private final Cbc cbc;
    private final DataHeader header;
    private final PacketIds ids;
    private final Usage usage;

    CbcSealing(DataKeys keys, DataFormat.CbcHmac format, DataHeader header, PacketIds ids) {
        this.cbc = new Cbc(keys.sealKey(), keys.sealSecond(), format.digest());
        this.header = header;
        this.ids = ids;
        this.usage = new Usage(keys.cipher());
    }

    @Override
    public int seal(byte[] buffer, int plain, int length) throws GeneralSecurityException {
        if (ids.exhausted()) {
            return EXHAUSTED;
        }
        int packetId = ids.next();
        int start = plain - Aead.PACKET_ID;
        Aead.INT.set(buffer, start, packetId);
        int end = pad(buffer, start, plain + length);
        int iv = start - Cbc.BLOCK;
        cbc.putIv(buffer, iv, packetId);
        cbc.crypt(Cipher.ENCRYPT_MODE, buffer, iv, start, end - start);
        int mac = iv - cbc.macLength();
        cbc.putMac(buffer, mac, iv, end - iv);
        header.write(buffer, mac - header.length());
        usage.count(length);
        return end;
    }

    private static int pad(byte[] buffer, int start, int end) {
        int padding = Cbc.BLOCK - (end - start) % Cbc.BLOCK;
        Arrays.fill(buffer, end, end + padding, (byte) padding);
        return end + padding;
    }

    @Override
    public int inFront() {
        return header.length() + cbc.macLength() + Cbc.BLOCK + Aead.PACKET_ID;
    }

    /** Whole blocks, at least one octet of padding, the packet id. */
    @Override
    public int room(int octets) {
        int encrypted = octets - header.length() - cbc.macLength() - Cbc.BLOCK;
        return encrypted / Cbc.BLOCK * Cbc.BLOCK - 1 - Aead.PACKET_ID;
    }

    @Override
    public boolean worn() {
        return ids.worn() || usage.worn();
    }

    @Override
    public void close() {
        ids.close();
        cbc.wipe();
    }
}
