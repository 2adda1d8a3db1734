package org.culvert.keys;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.culvert.secret.Secret;
import org.junit.jupiter.api.Test;

import java.security.SecureRandom;
import java.security.SignatureException;
import java.security.cert.CertificateParsingException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

class AuthorityTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    private final Authority authority = new Authority("Ours", NOW, 30, new SecureRandom());

    @Test
    void whatItSignsIsItsOwnAndNobodyElses() {
        var issued = authority.issue("server", Authority.Purpose.SERVER);
        var other = new Authority("Ours", NOW, 30, new SecureRandom());

        assertDoesNotThrow(
                () -> issued.certificate().verify(authority.certificate().getPublicKey()));
        assertThrows(
                SignatureException.class,
                () -> issued.certificate().verify(other.certificate().getPublicKey()));
    }

    @Test
    void aCertificateIsForItsPurposeOnly() throws CertificateParsingException {
        var client = authority.issue("client", Authority.Purpose.CLIENT).certificate();

        assertEquals(List.of("1.3.6.1.5.5.7.3.2"), client.getExtendedKeyUsage());
        assertEquals(-1, client.getBasicConstraints());
        assertTrue(authority.certificate().getBasicConstraints() >= 0);
    }

    @Test
    void itsKeysAreReadBack() {
        var issued = authority.issue("server", Authority.Purpose.SERVER);

        assertInstanceOf(KeyFile.Loaded.class, KeyFile.read(issued.key(), Optional.empty()));
    }

    @Test
    void aStaticKeyIsReadBackAndAShorterOneIsNone() {
        byte[] octets = new byte[256];
        new SecureRandom().nextBytes(octets);
        Secret key = Secret.of(octets);
        String text =
                StaticKeyFile.write(key)
                        .use(o -> new String(o, java.nio.charset.StandardCharsets.US_ASCII));

        assertEquals(Optional.of(key), StaticKeyFile.read(text));
        assertThrows(
                IllegalArgumentException.class,
                () -> StaticKeyFile.write(Secret.of(new byte[255])));
    }
}
