package org.culvert.protocol.session;

import org.culvert.protocol.control.PulledSettings;
import org.culvert.protocol.data.DataCipher;
import org.culvert.protocol.data.DataFormat;
import org.culvert.protocol.data.StubFraming;
import org.culvert.protocol.wire.Digest;

/**
 * How the data keys of a session are made: decided once, by the first settings, and kept in every
 * renegotiation (protocol 5.1, security R56).
 *
 * @param cipher of the data channel
 * @param digest of the HMAC beside ciphers that need one
 * @param exporter whether keys come from the TLS exporter
 * @param peerId for DATA_V2, -1 for DATA_V1
 * @param framing around every data packet
 * @param dynamicWrap whether renegotiations are wrapped with a key from the first TLS session
 * @param epochs whether data packets have the epoch format
 */
record KeyPlan(
        DataCipher cipher,
        Digest digest,
        boolean exporter,
        int peerId,
        StubFraming framing,
        boolean dynamicWrap,
        boolean epochs) {
    static KeyPlan of(PulledSettings pulled, Digest digest) {
        return new KeyPlan(
                pulled.cipher(),
                digest,
                pulled.exporter(),
                pulled.peerId(),
                pulled.framing(),
                pulled.dynamicWrap(),
                pulled.epochs());
    }

    /** The format of a new key: each has its own epochs. */
    DataFormat format() {
        if (epochs) {
            return new DataFormat.Epochs();
        }
        return cipher.aead() ? new DataFormat.Aead() : new DataFormat.CbcHmac(digest);
    }
}
