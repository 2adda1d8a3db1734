package org.culvert.spec;

import java.util.List;

/**
 * Ciphers and framing of the data channel.
 *
 * @param ciphers OpenVPN names in order of preference, for instance {@code AES-256-GCM}
 * @param fallback cipher for servers that negotiate nothing; empty text: none
 * @param digest the {@code auth} digest, used by tls-auth and in the options string
 * @param compressionStub which stub framing the profile's options ask for
 */
public record DataSpec(
        List<String> ciphers, String fallback, String digest, CompressionStub compressionStub) {
    /** The defaults of OpenVPN 2.6. */
    public static final DataSpec DEFAULT =
            new DataSpec(
                    List.of("AES-256-GCM", "AES-128-GCM", "CHACHA20-POLY1305"),
                    "",
                    "SHA1",
                    CompressionStub.NONE);

    /** Copies its list. */
    public DataSpec {
        ciphers = List.copyOf(ciphers);
    }

    /** Framing that says "not compressed". Nothing is ever compressed. */
    public enum CompressionStub {
        /** No framing. */
        NONE,
        /** {@code comp-lzo no}: one octet in front. */
        LZO_STUB,
        /** {@code compress} or {@code compress stub}: one octet, swapped with the last. */
        STUB,
        /** {@code compress stub-v2}: escape octet only where needed. */
        STUB_V2
    }
}
