package org.culvert.spec;

import org.culvert.secret.Secret;

import java.util.OptionalInt;

/** How control packets are protected before TLS says a word (protocol: control wrapping). */
public sealed interface ControlWrapping {
    /** Octets of a static key. */
    int KEY_LENGTH = 256;

    /** Not at all. */
    record Plain() implements ControlWrapping {}

    /**
     * tls-auth: an HMAC.
     *
     * @param key the 256 octets of the static key
     * @param direction 0, 1, or empty for one key both ways
     * @param digest the {@code auth} digest, for instance {@code SHA1} or {@code SHA256}
     */
    record TlsAuth(Secret key, OptionalInt direction, String digest) implements ControlWrapping {
        /** Refuses a key or direction that is none. */
        public TlsAuth {
            requireKey(key);
            if (direction.isPresent() && (direction.getAsInt() & ~1) != 0) {
                throw new IllegalArgumentException("key direction: " + direction);
            }
        }
    }

    /** tls-crypt: an HMAC and encryption with one static key. */
    record TlsCrypt(Secret key) implements ControlWrapping {
        /** Refuses a key that is none. */
        public TlsCrypt {
            requireKey(key);
        }
    }

    /**
     * tls-crypt-v2: tls-crypt with a key of the client's own.
     *
     * @param wrapped the same key as only the server can read it, 290 to 1024 octets
     */
    record TlsCryptV2(Secret key, Secret wrapped) implements ControlWrapping {
        /** Refuses keys that are none. */
        public TlsCryptV2 {
            requireKey(key);
            if (wrapped.length() < 290 || wrapped.length() > 1024) {
                throw new IllegalArgumentException("wrapped key of " + wrapped.length());
            }
        }
    }

    private static void requireKey(Secret key) {
        if (key.length() != KEY_LENGTH) {
            throw new IllegalArgumentException("static key of " + key.length() + " octets");
        }
    }
}
