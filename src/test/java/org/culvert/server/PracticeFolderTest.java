package org.culvert.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.culvert.net.Endpoint;
import org.culvert.net.Transport;
import org.culvert.prompt.Answer;
import org.culvert.secret.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;

class PracticeFolderTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    @TempDir private Path parent;

    private PracticeFolder filled() throws IOException, PracticeFolder.Unusable {
        var folder = new PracticeFolder(parent.resolve("p"));
        folder.fill(NOW, new SecureRandom());
        return folder;
    }

    @Test
    void aFirstStartMakesAllAndASecondFindsIt() throws IOException, PracticeFolder.Unusable {
        PracticeFolder first = filled();
        PracticeFolder second = new PracticeFolder(parent.resolve("p"));

        assertFalse(second.fill(NOW, new SecureRandom()));
        assertEquals(first.keys().certificate(), second.keys().certificate());
        assertEquals(first.keys().tlsCrypt(), second.keys().tlsCrypt());
        assertEquals(first.keys().account(), second.keys().account());
    }

    @Test
    void nobodyElseReadsAFile() throws IOException, PracticeFolder.Unusable {
        filled();
        try (var files = Files.list(parent.resolve("p"))) {
            for (Path file : files.toList()) {
                String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
                assertEquals("rw-------", mode, file.toString());
            }
        }
    }

    @Test
    void theAuthoritysKeyIsNowhere() throws IOException, PracticeFolder.Unusable {
        filled();

        assertFalse(Files.exists(parent.resolve("p/ca.key")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ca.crt", "server.crt", "server.key", "tls-crypt.key", "account.txt"})
    void aDamagedFileIsNamed(String name) throws IOException, PracticeFolder.Unusable {
        PracticeFolder folder = filled();
        Files.writeString(parent.resolve("p").resolve(name), "nothing of use");

        var why = assertThrows(PracticeFolder.Unusable.class, folder::keys);

        assertTrue(String.valueOf(why.getMessage()).contains(name), why.getMessage());
    }

    @Test
    void aMissingFileIsNamedAndNothingIsMadeAnew() throws IOException, PracticeFolder.Unusable {
        PracticeFolder folder = filled();
        Files.delete(parent.resolve("p/server.key"));

        var why =
                assertThrows(
                        PracticeFolder.Unusable.class, () -> folder.fill(NOW, new SecureRandom()));

        assertTrue(String.valueOf(why.getMessage()).contains("server.key"), why.getMessage());
        assertFalse(Files.exists(parent.resolve("p/server.key")));
    }

    @Test
    void onlyNameAndPasswordTogetherLetIn() throws IOException, PracticeFolder.Unusable {
        Account account = filled().keys().account();

        assertTrue(account.fits(shown("practice", account.password())));
        assertFalse(account.fits(shown("practice", Secret.ofUtf8("guess"))));
        assertFalse(account.fits(shown("anna", account.password())));
        assertFalse(account.fits(Optional.empty()));
    }

    private static Optional<Answer.Credentials> shown(String name, Secret password) {
        return Optional.of(new Answer.Credentials(name, password, Optional.empty()));
    }

    @Test
    void theProfileHoldsAllThatAClientNeeds() throws IOException, PracticeFolder.Unusable {
        var remote = Endpoint.parse("192.0.2.1:1194").orElseThrow();
        String text =
                new PracticeProfile(filled(), remote, Transport.TCP)
                        .text()
                        .use(octets -> new String(octets, StandardCharsets.UTF_8));

        assertTrue(text.contains("remote 192.0.2.1 1194\n"), text);
        assertTrue(text.contains("proto tcp-client\n"), text);
        for (String block : new String[] {"ca", "cert", "key", "tls-crypt", "auth-user-pass"}) {
            assertTrue(text.contains("<" + block + ">\n"), block);
            assertTrue(text.contains("\n</" + block + ">\n"), block);
        }
    }
}
