package org.culvert.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.misc.MiscObjectIdentifiers;
import org.bouncycastle.asn1.misc.ScryptParams;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.EncryptionScheme;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.culvert.secret.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Keys made with OpenSSL 3.0 for this test only; all are the key of {@code ec.pem}. */
class EncryptedKeyTest {
    private static final Secret PASSPHRASE = Secret.ofUtf8("Öl auf Wasser");
    private static final byte[] SALT = new byte[16];

    @ParameterizedTest
    @ValueSource(
            strings = {
                "old-aes256",
                "old-des3",
                "pbes2-aes-128-cbc",
                "pbes2-aes-256-cbc",
                "pbes2-des3",
                "pbes2-sha1",
                "pbes2-sha512",
                "scrypt",
                "pkcs12-3des",
                "pkcs12-rc2-40",
                "pbe-md5-des",
                "pbe-sha1-des"
            })
    void thePassphraseOpensEveryForm(String name) {
        Secret pem = resource(name);

        var loaded = assertInstanceOf(KeyFile.Loaded.class, read(pem, Optional.of(PASSPHRASE)));
        var plain = assertInstanceOf(KeyFile.Loaded.class, read(resource("ec"), Optional.empty()));
        assertTrue(loaded.key().sameAs(plain.key()));
        assertEquals(new KeyFile.PassphraseNeeded(), read(pem, Optional.empty()));
        for (int i = 0; i < 3; i++) {
            assertEquals(
                    new KeyFile.PassphraseWrong(),
                    read(pem, Optional.of(Secret.ofUtf8("wrong " + i))));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ec-with-parameters", "rsa-pkcs1"})
    void theOlderPlainFormsAreRead(String name) {
        assertInstanceOf(KeyFile.Loaded.class, read(resource(name), Optional.empty()));
    }

    @Test
    void anEncryptionThatWeDoNotKnowIsNotBlamedOnThePassphrase() {
        assertEquals(
                new KeyFile.Unreadable(),
                read(resource("unknown-camellia"), Optional.of(PASSPHRASE)));
    }

    @Test
    void aKeyThatWouldCostMinutesOrAllMemoryIsUnreadable() throws IOException {
        var iterations =
                new KeyDerivationFunc(
                        PKCSObjectIdentifiers.id_PBKDF2, new PBKDF2Params(SALT, 50_000_000));
        var memory =
                new KeyDerivationFunc(
                        MiscObjectIdentifiers.id_scrypt, new ScryptParams(SALT, 1 << 24, 8, 1));
        assertEquals(new KeyFile.Unreadable(), read(sealed(iterations), Optional.of(PASSPHRASE)));
        assertEquals(new KeyFile.Unreadable(), read(sealed(memory), Optional.of(PASSPHRASE)));
    }

    @Test
    void anEncryptedKeyCutShortIsNeverAnException() {
        String whole = resource("pbes2-sha512").use(o -> new String(o, StandardCharsets.UTF_8));
        List<String> lines = whole.lines().toList();
        for (int cut = 4; cut < lines.get(1).length(); cut += 4) {
            String text =
                    lines.getFirst()
                            + "\n"
                            + lines.get(1).substring(0, cut)
                            + "\n"
                            + lines.getLast();
            KeyFile.Result result = read(Secret.ofUtf8(text), Optional.of(PASSPHRASE));
            assertTrue(!(result instanceof KeyFile.Loaded), text);
        }
    }

    private static Secret sealed(KeyDerivationFunc derivation) throws IOException {
        var cipher = new EncryptionScheme(NISTObjectIdentifiers.id_aes256_CBC, iv());
        var algorithm =
                new AlgorithmIdentifier(
                        PKCSObjectIdentifiers.id_PBES2, new PBES2Parameters(derivation, cipher));
        byte[] der = new EncryptedPrivateKeyInfo(algorithm, new byte[160]).getEncoded();
        return Secret.ofUtf8(
                "-----BEGIN ENCRYPTED PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder().encodeToString(der)
                        + "\n-----END ENCRYPTED PRIVATE KEY-----\n");
    }

    private static DEROctetString iv() {
        return new DEROctetString(SALT);
    }

    private static KeyFile.Result read(Secret pem, Optional<Secret> passphrase) {
        return KeyFile.read(pem, passphrase);
    }

    private static Secret resource(String name) {
        try (InputStream input = EncryptedKeyTest.class.getResourceAsStream(name + ".pem")) {
            return Secret.of(input.readAllBytes());
        } catch (IOException e) {
            throw new IllegalStateException(name, e);
        }
    }
}
