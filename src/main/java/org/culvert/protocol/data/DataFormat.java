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

    /**
     * Epoch and counter, ciphertext, tag: keys follow from each other (protocol 6.5). Both
     * directions of a key share one object, by which the opening side moves the sealing side on.
     */
    final class Epochs implements DataFormat {
        private static final int FIRST_KEY = 32;

        private volatile int wanted = 1;

        @Override
        public int keyLength(DataCipher cipher) {
            return FIRST_KEY;
        }

        @Override
        public int secondLength() {
            return 0;
        }

        /** Sealing shall not stay below {@code epoch}. Called by the opening side alone. */
        void want(int epoch) {
            if (epoch > wanted) {
                wanted = epoch;
            }
        }

        int wanted() {
            return wanted;
        }
    }
}
