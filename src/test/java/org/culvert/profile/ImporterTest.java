package org.culvert.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.culvert.failure.Failure;
import org.culvert.failure.FailureCode;
import org.culvert.failure.FileKind;
import org.culvert.keys.KeyFile;
import org.culvert.secret.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Files beside a profile come inline, and no others. */
class ImporterTest {
    private static final String LINES =
            "client\nremote vpn.example\nremote-cert-tls server\nca ca.crt\ntls-auth ta.key 1\n";

    @TempDir private Path folder;

    @Test
    void aPkcs12FileIsTakenApartWithItsPassphraseAndTheKeyStaysLocked() throws IOException {
        Path file = bundled();

        Importer.Imported closed = read(file, Optional.empty());
        Importer.Imported open = read(file, Optional.of(Secret.ofUtf8("sesame")));

        assertEquals(List.of("anna.p12"), closed.locked());
        assertEquals("draft CFG-6 5", Verdicts.of(closed));
        assertEquals(List.of(), open.locked());
        assertEquals("importable - 0", Verdicts.of(open));
        assertTrue(open.inlined().contains("-----BEGIN ENCRYPTED PRIVATE KEY-----"));
        assertEquals(
                Optional.of("anna"),
                Summary.of(open.profile()).signIn().certificate().map(Summary.Certificate::name));
    }

    private Path bundled() throws IOException {
        try (var in = KeyFile.class.getResourceAsStream("modern.p12")) {
            Files.write(folder.resolve("anna.p12"), Objects.requireNonNull(in).readAllBytes());
        }
        return Files.writeString(
                folder.resolve("a.ovpn"),
                "client\ndev tun\nremote vpn.example\nremote-cert-tls server\npkcs12 anna.p12\n");
    }

    private static Importer.Imported read(Path file, Optional<Secret> passphrase) {
        var none = new Luggage(List.of(), Map.of(), Map.of());
        return assertInstanceOf(
                Importer.Imported.class, Importer.read(file, Map.of(), none, passphrase));
    }

    @Test
    void filesBesideTheProfileComeInlineAndLinesKeepTheirNumbers() throws IOException {
        write("ca.crt", Read.fixture("ca.crt"));
        write("ta.key", Read.fixture("extra.key"));

        var imported = imported(LINES + "blabla");

        assertTrue(imported.inlined().startsWith(LINES));
        assertEquals(LINES + "blabla", imported.original());
        assertEquals(List.of("6 blabla UNKNOWN"), Read.problems(imported.profile()));
        assertEquals(
                "TlsAuth", Read.spec(imported.profile()).wrapping().getClass().getSimpleName());
    }

    @Test
    void theInlinedTextReadsAsTheSameProfile() throws IOException {
        write("ca.crt", Read.fixture("ca.crt"));
        write("ta.key", Read.fixture("extra.key"));
        var imported = imported(LINES);

        Profile again = Read.text(imported.inlined());

        assertEquals(imported.profile().directives(), again.directives());
    }

    @Test
    void everyMissingFileIsToldAtOnce() throws IOException {
        var imported = imported(LINES);

        assertEquals(
                List.of("4 ca MISSING", "5 tls-auth MISSING"), Read.problems(imported.profile()));
        assertEquals(FailureCode.CFG_6, Read.blocked(imported.profile()).code());
    }

    @Test
    void aFileThatAPersonNamesIsTakenFromAnywhere(@TempDir Path elsewhere) throws IOException {
        write("ta.key", Read.fixture("extra.key"));
        Path ca = Files.writeString(elsewhere.resolve("ca.crt"), Read.fixture("ca.crt"));
        Path file = write("test.ovpn", LINES.replace("ca ca.crt", "ca C:\\keys\\ca.crt"));

        var result = Importer.read(file, List.of(ca));

        Profile profile = assertInstanceOf(Importer.Imported.class, result).profile();
        assertTrue(Read.spec(profile).tls().ca().contains("BEGIN CERTIFICATE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../ca.crt", "/etc/hostname", "below/ca.crt", "link.crt", "..\\ca.crt"})
    void noOtherFileIsRead(String named) throws IOException {
        write("ta.key", Read.fixture("extra.key"));
        Files.createDirectory(folder.resolve("below"));
        write("below/ca.crt", Read.fixture("ca.crt"));
        Files.createSymbolicLink(folder.resolve("link.crt"), folder.resolve("below/ca.crt"));

        var imported = imported(LINES.replace("ca ca.crt", "ca '" + named + "'"));

        assertEquals(List.of("4 ca MISSING"), Read.problems(imported.profile()));
    }

    @Test
    void aSideFileLargerThan64KibibytesIsNotRead() throws IOException {
        write("ta.key", Read.fixture("extra.key"));
        write("ca.crt", Read.fixture("ca.crt") + "#".repeat(64 << 10));

        assertEquals(List.of("4 ca MISSING"), Read.problems(imported(LINES).profile()));
    }

    @Test
    void aBlockWinsOverTheFileThatALineNames() throws IOException {
        write("ta.key", Read.fixture("extra.key"));
        write("ca.crt", "something else");

        var imported = imported(LINES + Read.block("ca", "ca.crt"));

        assertEquals(List.of(), Read.problems(imported.profile()));
    }

    @Test
    void aSignInFileIsReadAndAMissingOneIsAskedFor() throws IOException {
        String lines =
                "client\nremote h\nremote-cert-tls server\nauth-user-pass up.txt\n"
                        + Read.block("ca", "ca.crt");
        assertEquals(
                List.of("4 auth-user-pass WILL_ASK"), Read.problems(imported(lines).profile()));

        write("up.txt", "anna\nsecret\n");

        Profile profile = imported(lines).profile();
        assertEquals("anna", Read.spec(profile).signIn().known().orElseThrow().userName());
    }

    @Test
    void whatCannotBeReadSaysWhy() throws IOException {
        Path large = folder.resolve("large.ovpn");
        Files.write(large, new byte[10 << 20]);

        assertEquals(FailureCode.CFG_7, failure(folder.resolve("absent.ovpn")).code());
        assertEquals(FailureCode.CFG_7, failure(folder).code());
        assertEquals(FailureCode.CFG_7, failure(Path.of("/dev/zero")).code());
        assertEquals(new Failure.NotAProfile("large.ovpn", FileKind.TOO_LARGE), failure(large));
    }

    private Importer.Imported imported(String text) throws IOException {
        return assertInstanceOf(
                Importer.Imported.class, Importer.read(write("test.ovpn", text), List.of()));
    }

    private static Failure failure(Path file) {
        return assertInstanceOf(Importer.NotImported.class, Importer.read(file, List.of()))
                .failure();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
