package org.culvert.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.culvert.secret.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/** Files that openssl made, new and old. */
class Pkcs12Test {
    private static final Optional<Secret> SESAME = Optional.of(Secret.ofUtf8("sesame"));

    @ParameterizedTest
    @ValueSource(strings = {"modern.p12", "old.p12", "certs-in-the-open.p12"})
    void thePassphraseOpensTheCertificatesAndTheKeyStaysUnderIt(String name) throws IOException {
        var opened = assertInstanceOf(Pkcs12.Opened.class, Pkcs12.read(file(name), SESAME));

        var own = Certificates.fromPem(opened.own()).orElseThrow().getFirst();
        assertEquals(Optional.of("anna"), Subject.commonName(own));
        assertInstanceOf(
                KeyFile.PassphraseNeeded.class, KeyFile.read(opened.key(), Optional.empty()));
        var key = assertInstanceOf(KeyFile.Loaded.class, KeyFile.read(opened.key(), SESAME));
        assertTrue(key.key().belongsTo(own));
    }

    @Test
    void theAuthorityComesAlong() throws IOException {
        var opened = assertInstanceOf(Pkcs12.Opened.class, Pkcs12.read(file("modern.p12"), SESAME));

        var others = Certificates.fromPem(opened.others()).orElseThrow();
        assertEquals(Optional.of("Fixture CA"), Subject.commonName(others.getFirst()));
    }

    @Test
    void anEmptyPassphraseNeedsNoQuestion() throws IOException {
        var opened =
                assertInstanceOf(
                        Pkcs12.Opened.class, Pkcs12.read(file("open.p12"), Optional.empty()));

        assertInstanceOf(KeyFile.Loaded.class, KeyFile.read(opened.key(), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"modern.p12", "old.p12", "certs-in-the-open.p12"})
    void aPassphraseThatIsMissingOrWrongIsToldSo(String name) throws IOException {
        assertInstanceOf(Pkcs12.PassphraseNeeded.class, Pkcs12.read(file(name), Optional.empty()));
        assertInstanceOf(
                Pkcs12.PassphraseWrong.class,
                Pkcs12.read(file(name), Optional.of(Secret.ofUtf8("other"))));
    }

    @Test
    void anythingElseIsNone() throws IOException {
        assertInstanceOf(Pkcs12.Unreadable.class, Pkcs12.read(new byte[0], SESAME));
        assertInstanceOf(
                Pkcs12.Unreadable.class,
                Pkcs12.read("client\n".getBytes(java.nio.charset.StandardCharsets.UTF_8), SESAME));
        byte[] half = Arrays.copyOf(file("modern.p12"), 200);
        assertInstanceOf(Pkcs12.Unreadable.class, Pkcs12.read(half, SESAME));
    }

    @Test
    void damagedOctetsEndInAnAnswer() throws IOException {
        byte[] good = file("modern.p12");
        for (int i = 0; i < good.length; i += 7) {
            byte[] bad = good.clone();
            bad[i] ^= 0x55;
            assertTrue(!Pkcs12.read(bad, SESAME).toString().isEmpty(), "octet " + i);
        }
    }

    private static byte[] file(String name) throws IOException {
        try (var in = Objects.requireNonNull(Pkcs12Test.class.getResourceAsStream(name))) {
            return in.readAllBytes();
        }
    }
}
