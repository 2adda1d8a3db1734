package org.culvert.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.culvert.keys.TestPki.Party;
import org.culvert.secret.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;

class KeyFileTest {
    @ParameterizedTest
    @CsvSource({
        "EC,256,SHA256withECDSA",
        "EC,521,SHA256withECDSA",
        "RSA,2048,SHA256withRSA",
        "Ed25519,0,Ed25519"
    })
    void aKeyBelongsToItsOwnCertificateOnly(String algorithm, int size, String signature) {
        Party one = TestPki.make().key(algorithm, size, signature).self();
        Party other = TestPki.make().key(algorithm, size, signature).self();

        assertTrue(one.key().belongsTo(one.certificate()));
        assertFalse(one.key().belongsTo(other.certificate()));
    }

    @Test
    void anIndentedKeyWithForeignLineEndsIsRead() {
        Party party = TestPki.make().self();
        String text =
                party.keyPem().use(o -> new String(o, java.nio.charset.StandardCharsets.UTF_8));
        String indented = "  " + text.replace("\n", "\r\n   ");

        assertInstanceOf(
                KeyFile.Loaded.class, KeyFile.read(Secret.ofUtf8(indented), Optional.empty()));
    }

    @Test
    void aKeyBehindOtherBlocksIsFound() {
        Party party = TestPki.make().self();
        String key =
                party.keyPem().use(o -> new String(o, java.nio.charset.StandardCharsets.UTF_8));
        String text =
                "\ufeffBag attributes: none\n"
                        + party.pem()
                        + "-----BEGIN DH PARAMETERS-----\n!\n-----END DH PARAMETERS-----\n"
                        + key;

        assertInstanceOf(KeyFile.Loaded.class, KeyFile.read(Secret.ofUtf8(text), Optional.empty()));
    }

    @Test
    void textWithoutAKeyAndABrokenKeyAreUnreadable() {
        for (String text :
                List.of(
                        "",
                        "hello",
                        "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----")) {
            assertEquals(
                    new KeyFile.Unreadable(), KeyFile.read(Secret.ofUtf8(text), Optional.empty()));
        }
    }

    @Test
    void aStaticKeyNeedsAllItsDigits() {
        String digits = "0123456789abcdef".repeat(32);
        String begin = "# comment\n-----BEGIN OpenVPN Static key V1-----\n";
        String end = "\n-----END OpenVPN Static key V1-----\n";

        assertEquals(256, StaticKeyFile.read(begin + digits + end).orElseThrow().length());
        assertTrue(StaticKeyFile.read(begin + digits.substring(1) + end).isEmpty());
        assertTrue(StaticKeyFile.read(begin + "x" + digits.substring(1) + end).isEmpty());
        assertTrue(StaticKeyFile.read(digits).isEmpty());
    }
}
