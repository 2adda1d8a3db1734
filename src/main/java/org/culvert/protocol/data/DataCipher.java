package org.culvert.protocol.data;

import java.util.Arrays;
import java.util.Optional;

/** The ciphers of the data channel, by their OpenVPN names. */
public enum DataCipher {
    /** Default. */
    AES_256_GCM("AES-256-GCM", 32),
    /** Shorter key. */
    AES_128_GCM("AES-128-GCM", 16),
    /** Named by some profiles. */
    AES_192_GCM("AES-192-GCM", 24),
    /** For processors without AES instructions. */
    CHACHA20_POLY1305("CHACHA20-POLY1305", 32),
    /** Of old servers, with an HMAC beside it. */
    AES_256_CBC("AES-256-CBC", 32),
    /** Of old servers, with an HMAC beside it. */
    AES_192_CBC("AES-192-CBC", 24),
    /** Of old servers, with an HMAC beside it. */
    AES_128_CBC("AES-128-CBC", 16);

    private final String openvpnName;
    private final int keyLength;

    DataCipher(String openvpnName, int keyLength) {
        this.openvpnName = openvpnName;
        this.keyLength = keyLength;
    }

    /** The name in {@code data-ciphers} and pushes. */
    public String openvpnName() {
        return openvpnName;
    }

    /** Octets of its key. */
    public int keyLength() {
        return keyLength;
    }

    /** Whether it protects what it encrypts by itself, without an HMAC. */
    public boolean aead() {
        return !openvpnName.endsWith("-CBC");
    }

    /** The cipher of that name, any case; empty for one we do not speak. */
    public static Optional<DataCipher> named(String name) {
        return Arrays.stream(values())
                .filter(cipher -> cipher.openvpnName.equalsIgnoreCase(name))
                .findFirst();
    }
}
