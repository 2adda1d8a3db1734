package org.culvert.protocol.data;

import org.culvert.protocol.wire.Digest;

/** How data packets of one key are laid out (protocol 6). */
public sealed interface DataFormat {
    /** Octets of the cipher's key. */
    int keyLength(DataCipher cipher);

    /** Octets of what stands beside the key: implicit IV or HMAC key. */
    int secondLength();

    /** Packet id, tag, ciphertext. */
    record Aead() implements DataFormat {
        private static final int IV = 8;

        @Override
        public int keyLength(DataCipher cipher) {
            return cipher.keyLength();
        }

        @Override
        public int secondLength() {
            return IV;
        }
    }

    /** HMAC, IV, ciphertext: for old servers. */
    record CbcHmac(Digest digest) implements DataFormat {
        @Override
        public int keyLength(DataCipher cipher) {
            return cipher.keyLength();
        }

        @Override
        public int secondLength() {
            return digest.length();
        }
    }
}
