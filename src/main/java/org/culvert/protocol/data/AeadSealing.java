package org.culvert.protocol.data;

import java.security.GeneralSecurityException;

import javax.crypto.Cipher;

/**
 * Packet id, tag, ciphertext (protocol 6.1). The JCE leaves the tag at the end and OpenVPN wants it
 * in front: sixteen octets move, no packet does.
 */
final class AeadSealing implements Sealing {
    private final Aead aead;
    private final DataHeader header;
    private final PacketIds ids;
    private final Usage usage;

    AeadSealing(DataKeys keys, DataHeader header, PacketIds ids) {
        this.aead = new Aead(keys.cipher(), keys.sealKey(), keys.sealSecond());
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
        int tag = plain - Aead.TAG;
        int id = tag - Aead.PACKET_ID;
        int datagram = id - header.length();
        header.write(buffer, datagram);
        Aead.INT.set(buffer, id, packetId);
        int aad = header.length() == DataHeader.V1 ? id : datagram;
        Cipher cipher = aead.init(Cipher.ENCRYPT_MODE, packetId, buffer, aad, tag - aad);
        cipher.doFinal(buffer, plain, length, buffer, plain);
        System.arraycopy(buffer, plain + length, buffer, tag, Aead.TAG);
        usage.count(length);
        return plain + length;
    }

    @Override
    public int inFront() {
        return header.length() + Aead.PACKET_ID + Aead.TAG;
    }

    @Override
    public int room(int octets) {
        return octets - inFront();
    }

    @Override
    public boolean worn() {
        return ids.worn() || usage.worn();
    }

    @Override
    public void close() {
        ids.close();
        aead.wipe();
    }
}
